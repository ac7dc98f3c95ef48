// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// One child with every screening and decision; superseded screenings too.
public enum ShowChild: Operation {
  public struct Input: Sendable {
    public let child: ChildID

    public init(child: ChildID) { self.child = child }
  }

  public struct Output: Sendable {
    public let child: ChildRecord
    public let identifiers: [ChildIdentifierRecord]
    /// By test date, then id.
    public let screenings: [(screening: ScreeningRecord, confirmation: TierConfirmationRecord?)]
  }

  public static let name = "child.get"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.write(as: person) { records in
      guard let child = try records.child(input.child) else { throw Fault.noChild(input.child) }
      let screenings = try records.screenings(of: child.id, currentOnly: false)
        .sorted { ($0.testDate, $0.id) < ($1.testDate, $1.id) }
      return Output(
        child: child, identifiers: try records.identifiers(of: child.id),
        screenings: try screenings.map { ($0, try records.confirmation(of: $0.id)) })
    }
  }
}

extension Fault {
  static func noChild(_ id: ChildID) -> Fault {
    Fault(.notFound, "there is no such child", at: "child \(id)", maybe: "see 'elsec children list'")
  }
}
