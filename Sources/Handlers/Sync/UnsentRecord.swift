// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// A record of a device that the service has not answered for.
public enum UnsentRecord: Sendable, Hashable {
  case screening(ScreeningRecord)
  /// - Parameter parentContent: what the amended screening says here; see ``Storage/ScreeningRecord/content(by:)``.
  case amendment(ScreeningRecord, parentContent: Digest)
  case confirmation(child: ChildID, TierConfirmationRecord)

  public var id: String {
    switch self {
    case .screening(let record), .amendment(let record, _): record.id.rawValue
    case .confirmation(_, let record): record.id.rawValue
    }
  }

  public var kind: SyncKind {
    switch self {
    case .screening: .screening
    case .amendment: .amendment
    case .confirmation: .confirmation
    }
  }

  public var madeAt: Instant {
    switch self {
    case .screening(let record), .amendment(let record, _): record.recordedAt
    case .confirmation(_, let record): record.at
    }
  }
}

/// What a device has to send, in the order in which one record builds on another.
public enum ListUnsent: RecordOperation {
  public static let name = "sync.unsent"
  public static let roles = Set<Role>.team

  /// - Parameter input: how many at most.
  public static func perform(_ input: Int, on records: Records, in practice: Practice) throws -> [UnsentRecord] {
    let screenings = try records.unsentScreenings(limit: input)
    let parents = Dictionary(
      try records.screenings(screenings.compactMap(\.supersedes)).map { ($0.id, $0.content(by: practice.hash)) },
      uniquingKeysWith: { first, _ in first })
    let unsent: [UnsentRecord] = screenings.map { screening in
      guard let parent = screening.supersedes, let content = parents[parent] else { return .screening(screening) }
      return .amendment(screening, parentContent: content)
    }
    guard unsent.count < input else { return unsent }
    return unsent
      + (try records.unsentConfirmations(limit: input - unsent.count)).map {
        .confirmation(child: $0.child, $0.confirmation)
      }
  }
}

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
