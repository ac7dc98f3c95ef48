// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One alternative that was offered for a disrupted week, as it was shown. Goes when its maker asks for others.
public struct RepairProposalRecord: Sendable, Hashable {
  /// The same for all alternatives of one repair.
  public let repair: RepairID
  /// From 1, in the order in which they were shown.
  public let number: Int
  /// The rota that people held.
  public var held: RotaID
  /// One line each, as rotas write them: `absent p3@2026-12-01`.
  public var disruptions: [String]
  /// The changed problem in the rota exchange format.
  public var problem: String
  /// The answer in the rota exchange format.
  public var answer: String
  public var cost: Int
  public var seed: Int
  /// How travel times were obtained, as printed on the rota.
  public var travelStatement: String
  public var by: String
  public var at: Instant

  public init(
    repair: RepairID,
    number: Int,
    held: RotaID,
    disruptions: [String],
    problem: String,
    answer: String,
    cost: Int,
    seed: Int,
    travelStatement: String,
    by: String,
    at: Instant
  ) {
    self.repair = repair
    self.number = number
    self.held = held
    self.disruptions = disruptions
    self.problem = problem
    self.answer = answer
    self.cost = cost
    self.seed = seed
    self.travelStatement = travelStatement
    self.by = by
    self.at = at
  }
}

extension RepairProposalRecord: TableRow {
  static let table = TableShape(
    "repair_proposal",
    key: 2,
    [
      "repair", "number", "held", "disruptions", "problem", "answer", "cost", "seed", "travel_statement",
      "made_by", "made_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      repair: try row.next(),
      number: try row.next(),
      held: try row.next(),
      disruptions: try row.next(),
      problem: try row.next(),
      answer: try row.next(),
      cost: try row.next(),
      seed: try row.next(),
      travelStatement: try row.next(),
      by: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.repair.column, self.number.column, self.held.column, self.disruptions.column, self.problem.column,
      self.answer.column, self.cost.column, self.seed.column, self.travelStatement.column, self.by.column,
      self.at.column,
    ]
  }
}
