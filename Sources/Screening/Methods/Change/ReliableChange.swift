// SPDX-License-Identifier: Apache-2.0

/// How far a later score lies from what an unchanged child would score, in standard errors.
///
/// index = (later − expected)/SE. The methods differ in both: see `JacobsonTruax`, `PracticeCorrectedChange`,
/// `TwoStandardErrors` and `EdwardsNunnally`. They give other numbers from the same scores, so a result carries the
/// name of its method.
public struct ReliableChange: Hashable, Sendable {
  public enum Method: String, Hashable, Sendable, CaseIterable {
    case jacobsonTruax = "jacobson-truax-1991"
    case practiceCorrected = "chelune-1993"
    case twoStandardErrors = "iverson-2001"
    case edwardsNunnally = "edwards-nunnally-speer-1992"
  }

  /// `better` is a higher score than expected, whatever the score means.
  public enum Verdict: String, Hashable, Sendable {
    case better, worse, noReliableChange = "no-reliable-change"
  }

  public let method: Method
  public let scores: ComparableScores
  /// What an unchanged child would score the second time.
  public let expected: Double
  public let standardError: Double
  /// How many standard errors count as reliable.
  public let criterion: Double
  public let index: Double
  public let verdict: Verdict

  /// The limits inside which a later score is no reliable change.
  public var unchanged: ClosedRange<Double> {
    let half = self.criterion * self.standardError
    return (self.expected - half)...(self.expected + half)
  }

  /// `nil` when the numbers are too large or too small for an index.
  init?(
    _ scores: ComparableScores,
    by method: Method,
    expected: Double,
    standardError: Double,
    criterion: Double
  ) {
    let index = (scores.later - expected) / standardError
    guard standardError > 0, expected.isFinite, index.isFinite, (criterion * standardError).isFinite else {
      return nil
    }
    self.method = method
    self.scores = scores
    self.expected = expected
    self.standardError = standardError
    self.criterion = criterion
    self.index = index
    self.verdict = abs(index) < criterion ? .noReliableChange : index > 0 ? .better : .worse
  }
}
