// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What is fixed of a visit by hand; every rota made while it stands keeps to it.
public struct VisitPinRecord: Sendable, Hashable {
  public let visit: VisitID
  /// One a slot, in their order; empty when people are not fixed.
  public var staff: [StaffID]
  public var day: CivilDate?
  /// Minutes past midnight.
  public var start: Int?
  public var by: String
  public var at: Instant

  public init(
    visit: VisitID,
    staff: [StaffID] = [],
    day: CivilDate? = nil,
    start: Int? = nil,
    by: String,
    at: Instant
  ) {
    self.visit = visit
    self.staff = staff
    self.day = day
    self.start = start
    self.by = by
    self.at = at
  }
}

extension VisitPinRecord: TableRow {
  static let table = TableShape(
    "visit_pin",
    key: 1,
    ["visit", "staff", "visit_day", "start_minute", "made_by", "made_at"]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      visit: try row.next(),
      staff: try row.next([String].self).map(StaffID.init(rawValue:)),
      day: try row.next(),
      start: try row.next(),
      by: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.visit.column, self.staff.map(\.rawValue).column, self.day.column, self.start.column, self.by.column,
      self.at.column,
    ]
  }
}
