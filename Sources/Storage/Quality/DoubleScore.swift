// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One child scored by two people on one day: the current screening, and what the second person kept.
public struct DoubleScore: Sendable, Hashable {
  public let screening: ScreeningRecord
  /// Who gave the screening's answers, whoever amended them since.
  public let rater: String
  public let setting: SettingID?
  public let rating: SecondRatingRecord
  /// Which definition scored the rating: the one of the screening that it was kept with.
  public let ratedHash: Digest
}

extension Records {
  /// Every second rating with the current screening that it belongs to, also when the first one was amended since;
  /// by child, test date and the rating's id. One trace of everyone shown.
  public func doubleScores(screener: String? = nil) throws -> [DoubleScore] {
    let ratings: [SecondRatingRecord] = try self.list(
      """
      WHERE area = $1 AND EXISTS (
        SELECT 1 FROM screening
        WHERE screening.area = second_rating.area AND screening.id = second_rating.screening
          AND (CAST($2 AS text) IS NULL OR screening.screener = $2))
      ORDER BY id
      """,
      [screener]
    )
    let pairs = try ratings.compactMap { rating -> DoubleScore? in
      guard let rated: ScreeningRecord = try self.find(key: [rating.screening]) else { return nil }
      let current = try self.latest(of: rated)
      let child: ChildRecord? = try self.find(key: [current.child])
      return DoubleScore(
        screening: current,
        rater: try self.rater(of: current),
        setting: child?.setting,
        rating: rating,
        ratedHash: rated.definitionHash
      )
    }
    try self.auditView("second_rating", "", of: pairs.map(\.screening.child))
    return pairs.sorted {
      ($0.screening.child, $0.screening.testDate, $0.rating.id)
        < ($1.screening.child, $1.screening.testDate, $1.rating.id)
    }
  }

  /// The last of the amendments of a screening; itself when there is none.
  private func latest(of screening: ScreeningRecord) throws -> ScreeningRecord {
    var current = screening
    while true {
      let later: [ScreeningRecord] = try self.list("WHERE area = $1 AND supersedes = $2", [current.id])
      guard let next = later.first else { return current }
      current = next
    }
  }
}
