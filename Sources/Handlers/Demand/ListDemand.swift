// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// The visits asked for in a week, by setting and id. Children are not shown.
public enum ListDemand: Operation {
  public struct Input: Sendable {
    public let week: SchoolWeek
    public let includingCancelled: Bool

    public init(week: SchoolWeek, includingCancelled: Bool = false) {
      self.week = week
      self.includingCancelled = includingCancelled
    }
  }

  public static let name = "demand.list"
  public static let roles: Set<Role> = [.practitioner, .therapist, .manager, .admin, .worker]

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [DemandVisitRecord] {
    try await practice.store.read(as: person) {
      try $0.visits(in: input.week, includingCancelled: input.includingCancelled)
    }
  }
}
