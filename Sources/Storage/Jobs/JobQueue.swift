// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The jobs of every area inside one short transaction of a worker, outside the areas' audits.
struct JobQueue {
  /// How often a job is taken before it is given up.
  static let attempts = 5

  let connection: any SQLConnection
  let engine: SQLEngine
  let now: Instant

  /// Takes the job that has waited longest of those that are due: queued, or left by a worker whose lease ran out.
  /// Those that were taken too often fail on the way.
  func claim(as worker: String, until end: Instant) throws -> ClaimedJob? {
    while let (area, found) = try self.next() {
      var job = found
      guard job.attempt < Self.attempts else {
        try self.giveUp(job, in: area)
        continue
      }
      job.state = .running
      job.attempt += 1
      job.fence += 1
      job.worker = worker
      job.leaseUntil = end
      try self.connection.execute(
        """
        UPDATE job SET state = $3, attempt = $4, fence = $5, worker = $6, lease_until = $7
        WHERE area = $1 AND id = $2
        """,
        [
          area.column, job.id.column, job.state.column, job.attempt.column, job.fence.column, job.worker.column,
          job.leaseUntil.column,
        ])
      return ClaimedJob(claim: JobClaim(area: area, job: job.id, fence: job.fence), record: job)
    }
    return nil
  }

  /// The row stays locked to the transaction's end; another worker passes over it without waiting.
  private func next() throws -> (AreaID, JobRecord)? {
    let columns = JobRecord.table.columns.joined(separator: ", ")
    let lock =
      switch self.engine {
      case .sqlite: ""
      case .postgres: "FOR UPDATE SKIP LOCKED"
      }
    let sql = """
      SELECT area, \(columns) FROM job
      WHERE state IN ('queued', 'running')
        AND ((state = 'queued' AND run_at <= $1) OR (state = 'running' AND lease_until <= $1))
      ORDER BY run_at, id LIMIT 1 \(lock)
      """
    guard let row = try self.connection.query(sql, [self.now.column]).first else { return nil }
    var reader = RowReader(row)
    return (try reader.next(), try JobRecord(&reader))
  }

  private func giveUp(_ job: JobRecord, in area: AreaID) throws {
    try self.connection.execute(
      """
      UPDATE job SET state = 'failed', lease_until = NULL, checkpoint = NULL, error = $3, message = $4, ended_at = $5
      WHERE area = $1 AND id = $2
      """,
      [
        area.column, job.id.column, Fault.Code.jobGivenUp.name.column,
        "\(Self.attempts) workers took it and none came to an end".column, self.now.column,
      ])
  }

  /// Lengthens the lease and keeps what the worker has.
  func beat(_ claim: JobClaim, until end: Instant, _ news: JobNews) throws -> JobStanding {
    let held = try self.connection.execute(
      """
      UPDATE job SET lease_until = $4, progress = COALESCE($5, progress), progress_at = COALESCE($6, progress_at),
        checkpoint = COALESCE($7, checkpoint)
      WHERE area = $1 AND id = $2 AND fence = $3 AND state = 'running'
      """,
      [claim.area.column, claim.job.column, claim.fence.column, end.column] + self.columns(of: news))
    return held == 1 ? .held : try self.standing(of: claim)
  }

  /// Gives a job back, to be taken at once; its worker's attempt does not count.
  func release(_ claim: JobClaim, _ news: JobNews) throws -> JobStanding {
    let held = try self.connection.execute(
      """
      UPDATE job SET state = 'queued', lease_until = NULL, attempt = attempt - 1,
        progress = COALESCE($4, progress), progress_at = COALESCE($5, progress_at),
        checkpoint = COALESCE($6, checkpoint)
      WHERE area = $1 AND id = $2 AND fence = $3 AND state = 'running'
      """,
      [claim.area.column, claim.job.column, claim.fence.column] + self.columns(of: news))
    return held == 1 ? .held : try self.standing(of: claim)
  }

  private func columns(of news: JobNews) -> [SQLValue] {
    [news.progress.column, news.progress.map { _ in self.now }.column, news.checkpoint.column]
  }

  /// Why a claim does not hold.
  private func standing(of claim: JobClaim) throws -> JobStanding {
    let state = try self.connection.query(
      "SELECT state FROM job WHERE area = $1 AND id = $2 AND fence = $3",
      [claim.area.column, claim.job.column, claim.fence.column])
    return state.first?.values.first == JobState.cancelled.column ? .cancelled : .lost
  }
}
