// SPDX-License-Identifier: Apache-2.0

public import InclusionPlans
public import Storage
public import Vocabulary

/// A plan with sections, priorities, partnership and evidence.
public enum GetPlan: Operation {
  public struct Input: Sendable {
    public let plan: PlanID
    /// The three-digit code of the local authority, printed beside its GSS code.
    public let localAuthority: String
    public let isMadeUp: Bool

    public init(plan: PlanID, localAuthority: String, isMadeUp: Bool) {
      self.plan = plan
      self.localAuthority = localAuthority
      self.isMadeUp = isMadeUp
    }
  }

  public static let name = "plan.get"
  public static let roles = Set<Role>.planning.union([.auditor])

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> InclusionPlan {
    try await practice.store.read(as: person) {
      try $0.inclusionPlan(input.plan, isMadeUp: input.isMadeUp, localAuthority: input.localAuthority)
    }
  }
}
