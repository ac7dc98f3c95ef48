// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One of a plan's twelve sections.
public struct PlanSectionRecord: Sendable, Hashable {
  public let plan: PlanID
  /// 1 to 12.
  public let number: Int
  public var heading: String
  /// Markdown.
  public var text: String

  public init(
    plan: PlanID,
    number: Int,
    heading: String,
    text: String = ""
  ) {
    self.plan = plan
    self.number = number
    self.heading = heading
    self.text = text
  }
}

extension PlanSectionRecord: TableRow {
  static let table = TableShape(
    "plan_section",
    key: 2,
    [
      "plan", "section_number", "heading", "body",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      plan: try row.next(),
      number: try row.next(),
      heading: try row.next(),
      text: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.plan.column, self.number.column, self.heading.column, self.text.column,
    ]
  }
}
