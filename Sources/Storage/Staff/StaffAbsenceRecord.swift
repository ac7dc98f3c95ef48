// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Days on which someone makes no visits, both ends included.
public struct StaffAbsenceRecord: Sendable, Hashable {
  public let id: AbsenceID
  public var staff: StaffID
  public var from: CivilDate
  public var to: CivilDate
  /// `13:00-16:30` of every day, or empty for whole days.
  public var hours: String
  /// One word or two; nothing medical belongs here.
  public var reason: String

  public init(
    id: AbsenceID,
    staff: StaffID,
    from: CivilDate,
    to: CivilDate,
    hours: String = "",
    reason: String = ""
  ) {
    self.id = id
    self.staff = staff
    self.from = from
    self.to = to
    self.hours = hours
    self.reason = reason
  }
}

extension StaffAbsenceRecord: TableRow {
  static let table = TableShape(
    "staff_absence",
    key: 1,
    [
      "id", "staff", "from_day", "to_day", "hours", "reason",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      staff: try row.next(),
      from: try row.next(),
      to: try row.next(),
      hours: try row.next(),
      reason: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.staff.column, self.from.column, self.to.column, self.hours.column,
      self.reason.column,
    ]
  }
}
