// SPDX-License-Identifier: Apache-2.0

public import Storage

/// The area's plans, the latest period first.
public enum ListPlans: Operation {
  public static let name = "plan.list"
  public static let roles = Set<Role>.planning.union([.auditor])

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> [PlanRecord] {
    try await practice.store.read(as: person) { try $0.plans() }
  }
}
