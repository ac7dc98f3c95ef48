// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One week's rota: what was asked, what came out, and whether people hold it.
public struct RotaRecord: Sendable, Hashable {
  public let id: RotaID
  public var week: SchoolWeek
  public var status: RotaStatus
  /// The problem in the rota exchange format.
  public var problem: String
  /// The answer in the rota exchange format.
  public var answer: String
  public var cost: Int
  public var seed: Int
  /// How travel times were obtained, as printed on the rota.
  public var travelStatement: String
  public var by: String
  public var at: Instant
  public var publishedBy: String?
  public var publishedAt: Instant?

  public init(
    id: RotaID,
    week: SchoolWeek,
    status: RotaStatus = .draft,
    problem: String,
    answer: String,
    cost: Int,
    seed: Int,
    travelStatement: String,
    by: String,
    at: Instant,
    publishedBy: String? = nil,
    publishedAt: Instant? = nil
  ) {
    self.id = id
    self.week = week
    self.status = status
    self.problem = problem
    self.answer = answer
    self.cost = cost
    self.seed = seed
    self.travelStatement = travelStatement
    self.by = by
    self.at = at
    self.publishedBy = publishedBy
    self.publishedAt = publishedAt
  }
}

extension RotaRecord: TableRow {
  static let table = TableShape(
    "rota",
    key: 1,
    [
      "id", "week", "status", "problem", "answer", "cost", "seed", "travel_statement", "made_by", "made_at",
      "published_by", "published_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      week: try row.next(),
      status: try row.next(),
      problem: try row.next(),
      answer: try row.next(),
      cost: try row.next(),
      seed: try row.next(),
      travelStatement: try row.next(),
      by: try row.next(),
      at: try row.next(),
      publishedBy: try row.next(),
      publishedAt: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.week.column, self.status.column, self.problem.column, self.answer.column,
      self.cost.column, self.seed.column, self.travelStatement.column, self.by.column, self.at.column,
      self.publishedBy.column, self.publishedAt.column,
    ]
  }
}
