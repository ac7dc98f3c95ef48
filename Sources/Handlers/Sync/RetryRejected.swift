// SPDX-License-Identifier: Apache-2.0

public import Storage

/// Sends rejected records once more: after what was wrong was put right.
public enum RetryRejected: RecordOperation {
  public static let name = "sync.retry"
  public static let roles = Set<Role>.team

  /// - Returns: how many.
  public static func perform(_ input: Void, on records: Records, in practice: Practice) throws -> Int {
    try records.retryRejected()
  }
}
