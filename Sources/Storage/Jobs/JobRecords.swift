// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func job(_ id: JobID) throws -> JobRecord? { try self.find(key: [id]) }

  /// Jobs, newest first.
  public func jobs(of week: SchoolWeek? = nil, _ states: Set<JobState> = []) throws -> [JobRecord] {
    try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR week = $2)
        AND (CAST($3 AS text) IS NULL OR $3 LIKE '%' || state || '%')
      ORDER BY made_at DESC, id DESC
      """,
      // No state's name is part of another's.
      [week, states.isEmpty ? nil : states.map(\.rawValue).sorted().joined(separator: ",")]
    )
  }
}

extension Records {
  /// Queues a job.
  ///
  /// - Throws: `store.conflict` when there is one with its id, or it does not begin queued and untouched.
  public func submit(_ job: JobRecord) throws {
    guard job.state == .queued, job.attempt == 0, job.fence == 0, job.checkpoint == nil else {
      throw Fault(.storeConflict, "a job begins queued and untouched", at: job.id.rawValue)
    }
    try self.insert(job)
  }

  /// Ends a job that has not ended; its worker hears of it at its next beat. One that has ended stays as it is.
  ///
  /// - Returns: the job as it stands then.
  /// - Throws: `store.not-found`.
  @discardableResult
  public func cancel(_ id: JobID) throws -> JobRecord {
    // Workers change the row without waiting for the area's writers, so what is read first may not be so any more.
    let ended = try self.execute(
      """
      UPDATE job SET state = 'cancelled', lease_until = NULL, checkpoint = NULL, ended_at = $3
      WHERE area = $1 AND id = $2 AND state IN ('queued', 'running')
      """,
      [id, self.now]
    )
    guard let job = try self.job(id) else {
      throw Fault(.storeNotFound, "there is no such job", at: id.rawValue)
    }
    if ended == 1 { try self.audit(.cancel, job, about: []) }
    return job
  }

  /// Ends a job with its result. In one transaction with the result itself: both are kept or neither is.
  ///
  /// - Throws: `job.lost` when the claim does not hold any more.
  public func finish(_ claim: JobClaim, result: String) throws {
    try self.end(claim, "state = 'done', result = $4", [result])
  }

  /// Ends a job that cannot be done.
  ///
  /// - Parameters:
  ///   - error: the code of the fault.
  ///   - message: its sentence.
  /// - Throws: `job.lost` when the claim does not hold any more.
  public func fail(_ claim: JobClaim, error: Fault.Code, message: String) throws {
    try self.end(claim, "state = 'failed', error = $4, message = $6", [error.name], [message])
  }

  private func end(
    _ claim: JobClaim, _ columns: String, _ values: [any ColumnValue], _ more: [any ColumnValue] = []
  ) throws {
    let ended =
      claim.area == self.area
      ? try self.execute(
        """
        UPDATE job SET \(columns), lease_until = NULL, checkpoint = NULL, ended_at = $5
        WHERE area = $1 AND id = $2 AND fence = $3 AND state = 'running'
        """,
        [claim.job, claim.fence] + values + [self.now] + more
      ) : 0
    guard ended == 1, let job = try self.job(claim.job) else {
      throw Fault(.jobLost, "the job was cancelled, or another worker has taken it", at: claim.job.rawValue)
    }
    try self.audit(.change, job, about: [])
  }
}
