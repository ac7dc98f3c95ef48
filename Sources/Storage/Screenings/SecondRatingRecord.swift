// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a second person scored of the same child on the same day. It stands beside the screening: no tier, no
/// cohort and no table ever reads it. Only ever added.
public struct SecondRatingRecord: Sendable, Hashable {
  public let id: RatingID
  public var screening: ScreeningID
  /// The second rater; never the screening's own.
  public var by: String
  /// As a screening's.
  public var answers: String
  public var scores: String
  public var band: String?
  public var recordedAt: Instant

  public init(
    id: RatingID,
    screening: ScreeningID,
    by: String,
    answers: String,
    scores: String,
    band: String? = nil,
    recordedAt: Instant
  ) {
    self.id = id
    self.screening = screening
    self.by = by
    self.answers = answers
    self.scores = scores
    self.band = band
    self.recordedAt = recordedAt
  }
}

extension SecondRatingRecord: TableRow {
  static let table = TableShape(
    "second_rating",
    key: 1,
    ["id", "screening", "made_by", "answers", "scores", "band", "recorded_at"]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      screening: try row.next(),
      by: try row.next(),
      answers: try row.next(),
      scores: try row.next(),
      band: try row.next(),
      recordedAt: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.screening.column, self.by.column, self.answers.column, self.scores.column,
      self.band.column, self.recordedAt.column,
    ]
  }
}
