// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One person at one visit of a rota.
public struct RotaAssignmentRecord: Sendable, Hashable {
  public let rota: RotaID
  public let visit: VisitID
  /// 0 for the visit's first person, 1 for the second, …
  public let slot: Int
  public var staff: StaffID
  public var day: CivilDate
  /// Minutes past midnight.
  public var start: Int
  public var end: Int

  public init(
    rota: RotaID,
    visit: VisitID,
    slot: Int,
    staff: StaffID,
    day: CivilDate,
    start: Int,
    end: Int
  ) {
    self.rota = rota
    self.visit = visit
    self.slot = slot
    self.staff = staff
    self.day = day
    self.start = start
    self.end = end
  }
}

extension RotaAssignmentRecord: TableRow {
  static let table = TableShape(
    "rota_assignment",
    key: 3,
    [
      "rota", "visit", "slot", "staff", "visit_day", "start_minute", "end_minute",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      rota: try row.next(),
      visit: try row.next(),
      slot: try row.next(),
      staff: try row.next(),
      day: try row.next(),
      start: try row.next(),
      end: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.rota.column, self.visit.column, self.slot.column, self.staff.column, self.day.column,
      self.start.column, self.end.column,
    ]
  }
}
