// SPDX-License-Identifier: Apache-2.0

import InclusionPlans
public import Storage
public import Vocabulary

/// Opens a draft of the local area inclusion plan with its twelve sections.
public enum NewPlan: RecordOperation {
  public struct Input: Sendable {
    public let title: String
    public let from: CivilDate
    public let to: CivilDate

    public init(title: String, from: CivilDate, to: CivilDate) {
      self.title = title
      self.from = from
      self.to = to
    }
  }

  public static let name = "plan.put"
  public static let roles = Set<Role>.planning

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> PlanRecord {
    let id = PlanID(practice.newID())
    let plan = try InclusionPlan(
      id: id, area: InclusionPlan.Area(name: "", laCode: "", gss: records.area.rawValue, isMadeUp: false),
      title: input.title, periodFrom: input.from, periodTo: input.to)
    let record = PlanRecord(
      id: id, title: plan.title, periodFrom: plan.periodFrom, periodTo: plan.periodTo,
      templateVersion: plan.templateVersion)
    try records.add(
      record,
      sections: plan.sections.map {
        PlanSectionRecord(plan: id, number: $0.code, heading: $0.heading, text: $0.text)
      })
    return record
  }
}
