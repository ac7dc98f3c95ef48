// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A time in which one member of the team cannot be on a rota.
public struct AbsenceRow: ImportedRow, Hashable {
  public let staff: StaffID
  public let from: CivilDate
  /// The last day away, not before `from`.
  public let to: CivilDate
  /// Part of a day; both or neither, and then `from` and `to` are the same day.
  public let start: TimeOfDay?
  public let end: TimeOfDay?
  /// `leave`, `training`, …; never a medical reason.
  public let kind: String

  public var identity: String? { nil }
  public static let identityColumn = "staff_id"

  public static let layout = ImportLayout(
    "absences",
    [
      .required("staff_id", also: ["id"]), .required("from"), .init("to"), .init("start"), .init("end"),
      .init("kind"),
    ],
    isPersonal: true
  )

  public init?(_ cells: inout ImportCells) {
    let staff = cells.required("staff_id")
    let from = cells.requiredDate("from")
    let to = cells.date("to") ?? from
    self.start = cells.time("start")
    self.end = cells.time("end")
    self.kind = cells.text("kind") ?? "away"
    if let from, let to, to < from {
      cells.problem(.importContradiction, "to", "the last day is before the first", "swap 'from' and 'to'")
    }
    cells.bothOrNeither("start", "end")
    if let start = self.start, let end = self.end {
      if end <= start {
        cells.problem(
          .importContradiction,
          "end",
          "the time away ends before it starts",
          "swap 'start' and 'end'"
        )
      }
      if from != to {
        cells.problem(
          .importContradiction,
          "start",
          "hours are given for more than one day",
          "write one row a day"
        )
      }
    }
    guard cells.problems.isEmpty, let staff, let from, let to else { return nil }
    self.staff = StaffID(staff)
    self.from = from
    self.to = to
  }
}
