// SPDX-License-Identifier: Apache-2.0

import InclusionPlans
public import Storage
public import Vocabulary

/// Writes the text of one section.
public enum WriteSection: RecordOperation {
  public struct Input: Sendable {
    public let plan: PlanID
    /// 1 to 12.
    public let section: Int
    /// Markdown.
    public let text: String

    public init(plan: PlanID, section: Int, text: String) {
      self.plan = plan
      self.section = section
      self.text = text
    }
  }

  public static let name = "plan.write"
  public static let roles = Set<Role>.planning

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Change {
    var plan = try records.inclusionPlan(input.plan)
    try plan.write(input.text, inSection: input.section)
    let section = try plan.section(input.section)
    return try records.put(
      PlanSectionRecord(
        plan: input.plan, number: section.code, heading: section.heading, text: section.text))
  }
}
