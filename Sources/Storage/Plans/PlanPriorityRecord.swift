// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a section sets out to change.
public struct PlanPriorityRecord: Sendable, Hashable {
  public let id: PriorityID
  public var plan: PlanID
  public var section: Int
  public var aim: String
  public var leadPartner: String
  public var outcome: String

  public init(
    id: PriorityID,
    plan: PlanID,
    section: Int,
    aim: String,
    leadPartner: String = "",
    outcome: String = ""
  ) {
    self.id = id
    self.plan = plan
    self.section = section
    self.aim = aim
    self.leadPartner = leadPartner
    self.outcome = outcome
  }
}

extension PlanPriorityRecord: TableRow {
  static let table = TableShape(
    "plan_priority",
    key: 1,
    [
      "id", "plan", "section", "aim", "lead_partner", "outcome",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      plan: try row.next(),
      section: try row.next(),
      aim: try row.next(),
      leadPartner: try row.next(),
      outcome: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.plan.column, self.section.column, self.aim.column, self.leadPartner.column,
      self.outcome.column,
    ]
  }
}
