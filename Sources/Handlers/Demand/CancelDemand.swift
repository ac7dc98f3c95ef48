// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Takes a visit out of what is asked for; it stays on record with the reason.
public enum CancelDemand: Operation {
  public struct Input: Sendable {
    public let visit: VisitID
    public let reason: String

    public init(visit: VisitID, reason: String) {
      self.visit = visit
      self.reason = reason
    }
  }

  public static let name = "demand.cancel"
  public static let roles = Set<Role>.managing

  public static func perform(_ input: Input, in practice: Practice, as person: Principal) async throws {
    try await practice.store.write(as: person) { try $0.cancel(input.visit, reason: input.reason) }
  }
}
