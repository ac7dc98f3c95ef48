// SPDX-License-Identifier: Apache-2.0

public import Storage

/// What came from devices and waits: for what it builds on, or for somebody to decide between two that contradict each
/// other. The oldest first.
public enum ListWaiting: RecordOperation {
  public static let name = "sync.held"
  public static let roles = Set<Role>.team

  public static func perform(_ input: Void, on records: Records, in practice: Practice) throws -> [ReceivedRecord] {
    try records.waiting()
  }
}
