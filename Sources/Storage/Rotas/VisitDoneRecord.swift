// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What became of a visit. Only ever added; the latest counts.
public struct VisitDoneRecord: Sendable, Hashable {
  public let id: VisitDoneID
  /// `nil` when the visit took place outside any rota.
  public var rota: RotaID?
  public var visit: VisitID
  public var outcome: VisitOutcome
  /// As it really took.
  public var minutes: Int
  public var note: String
  public var by: String
  public var at: Instant

  public init(
    id: VisitDoneID,
    rota: RotaID? = nil,
    visit: VisitID,
    outcome: VisitOutcome,
    minutes: Int = 0,
    note: String = "",
    by: String,
    at: Instant
  ) {
    self.id = id
    self.rota = rota
    self.visit = visit
    self.outcome = outcome
    self.minutes = minutes
    self.note = note
    self.by = by
    self.at = at
  }
}

extension VisitDoneRecord: TableRow {
  static let table = TableShape(
    "visit_done",
    key: 1,
    [
      "id", "rota", "visit", "outcome", "minutes", "note", "made_by", "made_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      rota: try row.next(),
      visit: try row.next(),
      outcome: try row.next(),
      minutes: try row.next(),
      note: try row.next(),
      by: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.rota.column, self.visit.column, self.outcome.column, self.minutes.column,
      self.note.column, self.by.column, self.at.column,
    ]
  }
}
