// SPDX-License-Identifier: Apache-2.0

public import InclusionPlans
public import Storage
public import Vocabulary

/// What a plan still lacks: seats, texts, evidence, fresh figures, measures, a quorum.
public enum CheckPlan: Operation {
  public struct Input: Sendable {
    public let plan: PlanID
    public let today: CivilDate

    public init(plan: PlanID, today: CivilDate) {
      self.plan = plan
      self.today = today
    }
  }

  public static let name = "plan.check"
  public static let roles = Set<Role>.planning.union([.auditor])

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [PlanFinding] {
    let plan = try await practice.store.read(as: person) {
      try $0.inclusionPlan(input.plan)
    }
    return PlanCheck.findings(in: plan, PlanCheckContext(today: input.today, hashing: practice.hash))
  }
}
