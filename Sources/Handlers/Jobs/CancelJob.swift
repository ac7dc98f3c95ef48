// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Ends a job that has not ended; its worker stops within seconds. One that has ended stays as it is.
public enum CancelJob: RecordOperation {
  public static let name = "job.cancel"
  public static let roles = Set<Role>.scheduling
  public static let isSmall = true

  /// - Returns: the job as it stands then, for good.
  public static func perform(_ input: JobID, on records: Records, in practice: Practice) throws -> RotaJob {
    guard try records.job(input) != nil else { throw Fault(.notFound, "there is no such job", at: "\(input)") }
    return try RotaJob(try records.cancel(input))
  }
}
