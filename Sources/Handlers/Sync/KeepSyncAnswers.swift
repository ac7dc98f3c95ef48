// SPDX-License-Identifier: Apache-2.0

public import Storage

/// Writes down what the service said of records that it was sent.
public enum KeepSyncAnswers: RecordOperation {
  public static let name = "sync.answers"
  public static let roles = Set<Role>.team

  public static func perform(_ input: [OutboxRecord.Said], on records: Records, in practice: Practice) throws {
    for said in input {
      try records.put(
        OutboxRecord(id: said.id, kind: said.kind, state: said.state, code: said.code, answeredAt: records.now))
    }
  }
}

extension OutboxRecord {
  /// An answer on its way into the store.
  public struct Said: Sendable, Hashable {
    public let id: String
    public let kind: SyncKind
    public let state: State
    public let code: String?

    public init(id: String, kind: SyncKind, state: State, code: String? = nil) {
      self.id = id
      self.kind = kind
      self.state = state
      self.code = code
    }
  }
}
