// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// Children whom two people scored on one day, both sides item by item: what agreement between raters is worked out
/// from. An amended screening stands with its amended answers, under the rater who first gave them.
public enum ListDoubleScores: Operation {
  public struct Input: Sendable {
    /// The screener's id, without a version.
    public let screener: String

    public init(screener: String) { self.screener = screener }
  }

  public struct Pair: Sendable, Hashable {
    public struct Side: Sendable, Hashable {
      public let rater: String
      public let answers: ScreeningAnswers
      /// Scores that are one number, by name.
      public let scores: [String: Double]
      public let band: String?
    }

    public let screening: ScreeningID
    public let rating: RatingID
    public let child: ChildID
    public let setting: SettingID?
    public let version: String
    public let testDate: CivilDate
    public let first: Side
    public let second: Side
    /// Whether one definition scored both; else only the answers can be compared.
    public let areScoresComparable: Bool
  }

  public static let name = "quality.doubleScores"
  public static let roles: Set<Role> = [.therapist, .manager, .admin]

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [Pair] {
    try await practice.store.write(as: person) { records in
      try records.doubleScores(screener: input.screener).map { double in
        let (screening, rating) = (double.screening, double.rating)
        return Pair(
          screening: screening.id, rating: rating.id, child: screening.child, setting: double.setting,
          version: screening.version, testDate: screening.testDate,
          first: Pair.Side(
            rater: double.rater, answers: ScreeningText.answers(in: screening.answers),
            scores: ScreeningText.numbers(in: screening.scores), band: screening.band),
          second: Pair.Side(
            rater: rating.by, answers: ScreeningText.answers(in: rating.answers),
            scores: ScreeningText.numbers(in: rating.scores), band: rating.band),
          areScoresComparable: double.ratedHash == screening.definitionHash)
      }
    }
  }
}
