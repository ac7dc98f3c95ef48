// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// The dose: every visit that took place, child by child, then by week.
public enum ListSessionsDelivered: Operation {
  public struct Input: Sendable {
    /// `nil`: every child of the area.
    public let child: ChildID?

    public init(child: ChildID? = nil) { self.child = child }
  }

  public static let name = "quality.sessions"
  public static let roles: Set<Role> = [.therapist, .manager, .admin]

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [DeliveredSession] {
    try await practice.store.write(as: person) { records in
      try records.deliveredSessions(of: input.child)
    }
  }
}
