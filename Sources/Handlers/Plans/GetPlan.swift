// SPDX-License-Identifier: Apache-2.0

public import InclusionPlans
public import Storage
public import Vocabulary

/// A plan with sections, priorities, partnership and evidence.
public enum GetPlan: Operation {
  public static let name = "plan.get"
  public static let roles = Set<Role>.planning.union([.auditor])

  public static func perform(
    _ input: PlanID, in practice: Practice, as person: Principal
  ) async throws -> InclusionPlan {
    try await practice.store.read(as: person) {
      try $0.inclusionPlan(input)
    }
  }
}
