// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Who accepted which alternative of a repair, and what had happened. Only ever added; it stays with the rota
/// that came of it.
public struct RepairAcceptanceRecord: Sendable, Hashable {
  /// The rota that was made of the alternative.
  public let rota: RotaID
  /// The rota that people held when it was repaired.
  public var held: RotaID
  public var repair: RepairID
  /// Which of the alternatives that were shown.
  public var number: Int
  /// One line each, as rotas write them: `absent p3@2026-12-01`.
  public var disruptions: [String]
  public var by: String
  public var at: Instant

  public init(
    rota: RotaID,
    held: RotaID,
    repair: RepairID,
    number: Int,
    disruptions: [String],
    by: String,
    at: Instant
  ) {
    self.rota = rota
    self.held = held
    self.repair = repair
    self.number = number
    self.disruptions = disruptions
    self.by = by
    self.at = at
  }
}

extension RepairAcceptanceRecord: TableRow {
  static let table = TableShape(
    "repair_acceptance",
    key: 1,
    ["rota", "held", "repair", "number", "disruptions", "accepted_by", "accepted_at"]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      rota: try row.next(),
      held: try row.next(),
      repair: try row.next(),
      number: try row.next(),
      disruptions: try row.next(),
      by: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.rota.column, self.held.column, self.repair.column, self.number.column, self.disruptions.column,
      self.by.column, self.at.column,
    ]
  }
}
