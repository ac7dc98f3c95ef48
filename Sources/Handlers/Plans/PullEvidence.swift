// SPDX-License-Identifier: Apache-2.0

import Cohorts
public import InclusionPlans
public import Storage
public import Vocabulary

/// Freezes a disclosure-safe cohort summary as evidence in a section of the plan. The same figures again add
/// nothing; other figures take the earlier ones' place only when a named person accepts the difference.
public enum PullEvidence: RecordOperation {
  public struct Input: Sendable {
    public let plan: PlanID
    public let section: Int
    public let title: String
    public let summary: SummariseCohort.Input
    /// Whether the person who pulls accepts the difference from the figures that stand.
    public let acceptsDifference: Bool

    public init(
      plan: PlanID, section: Int, title: String, summary: SummariseCohort.Input, acceptsDifference: Bool
    ) {
      self.plan = plan
      self.section = section
      self.title = title
      self.summary = summary
      self.acceptsDifference = acceptsDifference
    }
  }

  public struct Output: Sendable {
    public let pull: Pull
    /// `false` when the figures differ and nobody accepted the difference: nothing was kept then.
    public let isKept: Bool
  }

  public static let name = "plan.pull"
  public static let roles = Set<Role>.planning

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Output {
    var plan = try records.inclusionPlan(input.plan)
    let released = try records.release(input.summary, practice)
    let request = try PullRequest(
      kind: .elsecCohort, title: input.title, content: released.canonicalText, section: input.section)
    let pull = try plan.pull(
      request, id: EvidenceID(practice.newID()), by: records.principal.name, at: records.now, hashing: practice.hash)
    guard pull.isNew else { return Output(pull: pull, isKept: true) }
    let evidence = pull.evidence
    guard evidence.supersedes == nil || input.acceptsDifference else {
      return Output(pull: pull, isKept: false)
    }
    try records.add(
      EvidenceRecord(
        id: evidence.id, plan: input.plan, section: evidence.section, kind: .elsecCohort,
        title: evidence.title, content: evidence.content, sha256: evidence.sha256,
        specification: released.spec.title, policy: practice.policy.name, pulledBy: evidence.pulledBy,
        pulledAt: evidence.pulledAt, supersedes: evidence.supersedes,
        acceptedBy: evidence.supersedes == nil ? nil : records.principal.name))
    return Output(pull: pull, isKept: true)
  }
}
