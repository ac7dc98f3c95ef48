// SPDX-License-Identifier: Apache-2.0

import InclusionPlans
public import Storage
public import Vocabulary

/// Adds or changes an aim of the plan with the measure it is judged by.
public enum PutMeasure: RecordOperation {
  public struct Input: Sendable {
    public let plan: PlanID
    public let section: Int
    /// Names the priority within the plan; the same code again changes it.
    public let code: String
    public let aim: String
    public let leadPartner: String
    public let outcome: String
    /// A decimal number with at most two decimals.
    public let baseline: String?
    public let baselineAsAt: CivilDate?
    public let target: String?
    public let due: CivilDate
    public let direction: MeasureDirection

    public init(
      plan: PlanID, section: Int, code: String, aim: String, leadPartner: String, outcome: String,
      baseline: String?, baselineAsAt: CivilDate?, target: String?, due: CivilDate,
      direction: MeasureDirection
    ) {
      self.plan = plan
      self.section = section
      self.code = code
      self.aim = aim
      self.leadPartner = leadPartner
      self.outcome = outcome
      self.baseline = baseline
      self.baselineAsAt = baselineAsAt
      self.target = target
      self.due = due
      self.direction = direction
    }
  }

  public static let name = "plan.measure"
  public static let roles = Set<Role>.planning

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Change {
    let plan = try records.inclusionPlan(input.plan)
    _ = try plan.section(input.section)
    for value in [input.baseline, input.target] {
      guard let value, MeasureValue(value) == nil else { continue }
      throw Fault(
        .notValid,
        "the measure's value '\(value)' is not a number",
        at: input.code,
        maybe: "write a decimal number with at most two decimals, such as 45.5"
      )
    }
    let priority = PriorityID("\(input.plan).\(input.code)")
    let first = try records.put(
      PlanPriorityRecord(
        id: priority, plan: input.plan, section: input.section, aim: input.aim,
        leadPartner: input.leadPartner, outcome: input.outcome))
    let second = try records.put(
      PlanMeasureRecord(
        id: MeasureID("\(input.plan).\(input.code)"), priority: priority, code: input.code,
        direction: input.direction, baseline: input.baseline, baselineAsAt: input.baselineAsAt,
        target: input.target, due: input.due))
    return first == .unchanged ? second : first
  }
}
