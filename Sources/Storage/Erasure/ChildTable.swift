// SPDX-License-Identifier: Apache-2.0

/// A table that says something about a child. One list, so that what can be shown to a family and what an erasure
/// takes away are the same.
struct ChildTable: Sendable {
  enum Erasure: Sendable {
    /// The rows go.
    case removed
    /// The rows are also about others, or about nobody; they stay, without notes that are about this child alone.
    case kept
  }

  let name: String
  let columns: [String]
  /// Picks the child's rows; `$1` is the area and `$2` the child.
  let clause: String
  let erasure: Erasure

  private init(_ name: String, _ columns: [String], _ clause: String, _ erasure: Erasure = .removed) {
    self.name = name
    self.columns = columns
    self.clause = clause
    self.erasure = erasure
  }

  private init(_ shape: TableShape, _ clause: String) { self.init(shape.name, shape.columns, clause) }

  /// In the order in which rows can be removed: what refers to others first.
  static let all: [ChildTable] = [
    ChildTable(TierConfirmationRecord.table, Self.ofScreenings),
    ChildTable(SecondRatingRecord.table, Self.ofScreenings),
    ChildTable(ScreeningRecord.table, "area = $1 AND child = $2"),
    ChildTable(
      EntryEventRecord.table,
      "area = $1 AND entry IN (SELECT entry.id FROM entry WHERE entry.area = $1 AND entry.child = $2)"),
    ChildTable(EntryRecord.table, "area = $1 AND child = $2"),
    ChildTable("visit_attendance", ["visit_done", "child"], "area = $1 AND child = $2"),
    ChildTable("demand_visit_child", ["visit", "child"], "area = $1 AND child = $2"),
    ChildTable("cohort_child", ["cohort", "child"], "area = $1 AND child = $2"),
    ChildTable(ChildIdentifierRecord.table, "area = $1 AND child = $2"),
    ChildTable(LegalHoldRecord.table, "area = $1 AND child = $2"),
    ChildTable(ReceivedRecord.table, "area = $1 AND child = $2"),
    ChildTable("fetched_child", ["child", "round"], "area = $1 AND child = $2"),
    ChildTable(ChildRecord.table, "area = $1 AND id = $2"),
    ChildTable(
      "demand_visit", ["id", "setting", "week", "kind", "programme", "session_number", "minutes", "cancelled_at"],
      "area = $1 AND id IN (\(Self.visits))", .kept),
    ChildTable(
      "rota_assignment", ["rota", "visit", "slot", "staff", "visit_day", "start_minute", "end_minute"],
      """
      area = $1 AND visit IN (\(Self.visits)) AND EXISTS (
        SELECT 1 FROM rota WHERE rota.area = $1 AND rota.id = rota_assignment.rota AND rota.status = 'published')
      """, .kept),
    ChildTable(
      VisitDoneRecord.table.name, VisitDoneRecord.table.columns.filter { $0 != "note" },
      "area = $1 AND visit IN (\(Self.visits))", .kept),
  ]

  private static let ofScreenings = """
    area = $1 AND screening IN (SELECT screening.id FROM screening WHERE screening.area = $1 AND screening.child = $2)
    """

  /// The visits that the child was down for or at.
  private static let visits = """
    SELECT demand_visit_child.visit FROM demand_visit_child
    WHERE demand_visit_child.area = $1 AND demand_visit_child.child = $2
    UNION
    SELECT visit_done.visit FROM visit_attendance
    JOIN visit_done ON visit_done.area = visit_attendance.area AND visit_done.id = visit_attendance.visit_done
    WHERE visit_attendance.area = $1 AND visit_attendance.child = $2
    """

  /// Those of ``visits`` that no other child was down for or at.
  static let visitsAlone = """
    \(Self.visits)
    EXCEPT
    SELECT demand_visit_child.visit FROM demand_visit_child
    WHERE demand_visit_child.area = $1 AND demand_visit_child.child <> $2
    EXCEPT
    SELECT visit_done.visit FROM visit_attendance
    JOIN visit_done ON visit_done.area = visit_attendance.area AND visit_done.id = visit_attendance.visit_done
    WHERE visit_attendance.area = $1 AND visit_attendance.child <> $2
    """

  /// How many notes on ``visits`` are also about others.
  static let notesShared = """
    SELECT count(*) FROM visit_done
    WHERE area = $1 AND note <> '' AND visit IN (\(Self.visits)) AND visit NOT IN (\(Self.visitsAlone))
    """
}
