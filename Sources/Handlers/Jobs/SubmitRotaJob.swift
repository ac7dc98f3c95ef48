// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Asks for a week's rota that a worker makes: what `rota.plan` is on the wire, where nobody waits for a search.
public enum SubmitRotaJob: RecordOperation {
  public static let name = "rota.plan.submit"
  public static let roles = Set<Role>.scheduling
  public static let isSmall = true

  /// - Throws: `record.not-valid` for a number out of its range. What the records lack shows when the job is done.
  public static func perform(
    _ input: RotaJobRequest, on records: Records, in practice: Practice
  ) throws -> RotaJob {
    try input.check()
    let job = JobRecord(
      id: JobID(practice.newID()), kind: RotaJobRequest.kind, week: input.week, payload: input.text,
      askedBy: records.principal.name, runAt: records.now, madeAt: records.now)
    try records.submit(job)
    return try RotaJob(job)
  }
}
