// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// An earlier and a later score of one child that may be compared. Every reliable change starts from one of these, so
/// that none can be computed across editions.
public struct ComparableScores: Hashable, Sendable {
  public let earlier: Double
  public let later: Double
  public let edition: ScoreEdition

  /// Throws `screening.editions-differ` unless both scores are of one edition, and `value.malformed` for a score
  /// that is not finite.
  public init(
    _ earlier: Double,
    of earlierEdition: ScoreEdition,
    _ later: Double,
    of laterEdition: ScoreEdition
  ) throws {
    guard earlierEdition == laterEdition else {
      throw Fault(
        .editionsDiffer,
        "\(earlierEdition) cannot be compared with \(laterEdition)",
        maybe: "compare two screenings of one edition, or show both scores without a difference"
      )
    }
    guard earlier.isFinite, later.isFinite else {
      throw Fault(.malformed, "a score of \(earlierEdition) is not a number")
    }
    self.earlier = earlier
    self.later = later
    self.edition = earlierEdition
  }
}

extension Fault.Code {
  /// Two scores are of different screeners, major versions or editions, or are different scores.
  public static let editionsDiffer = Fault.Code("screening.editions-differ", .notSo)
}
