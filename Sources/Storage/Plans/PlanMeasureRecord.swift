// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// How a priority is judged. Numbers are decimal text, as they are printed.
public struct PlanMeasureRecord: Sendable, Hashable {
  public let id: MeasureID
  public var priority: PriorityID
  public var code: String
  public var direction: MeasureDirection
  public var baseline: String?
  public var baselineAsAt: CivilDate?
  public var target: String?
  public var due: CivilDate?
  /// The release specification that supplies it.
  public var query: String?

  public init(
    id: MeasureID,
    priority: PriorityID,
    code: String,
    direction: MeasureDirection,
    baseline: String? = nil,
    baselineAsAt: CivilDate? = nil,
    target: String? = nil,
    due: CivilDate? = nil,
    query: String? = nil
  ) {
    self.id = id
    self.priority = priority
    self.code = code
    self.direction = direction
    self.baseline = baseline
    self.baselineAsAt = baselineAsAt
    self.target = target
    self.due = due
    self.query = query
  }
}

extension PlanMeasureRecord: TableRow {
  static let table = TableShape(
    "plan_measure",
    key: 1,
    [
      "id", "priority", "code", "direction", "baseline", "baseline_as_at", "target", "due", "query",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      priority: try row.next(),
      code: try row.next(),
      direction: try row.next(),
      baseline: try row.next(),
      baselineAsAt: try row.next(),
      target: try row.next(),
      due: try row.next(),
      query: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.priority.column, self.code.column, self.direction.column, self.baseline.column,
      self.baselineAsAt.column, self.target.column, self.due.column, self.query.column,
    ]
  }
}
