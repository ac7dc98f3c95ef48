// SPDX-License-Identifier: Apache-2.0

/// The probability that the true score is below a cut:
/// `{below-cut: ss.all, cut: 82, reliability: 0.91, unsure: [0.3, 0.7]}`.
public struct BelowCutScore: Hashable, Sendable {
  /// A scaled score.
  public var of: ScoreName
  public var cut: Double
  public var error: ErrorSource
  /// Between these probabilities, both included, the result is flagged `unsure`: it is nearly a coin toss and the
  /// child should be seen again. `nil`: never flagged.
  public var unsure: ClosedRange<Double>?

  public init(of: ScoreName, cut: Double, error: ErrorSource, unsure: ClosedRange<Double>? = nil) {
    self.of = of
    self.cut = cut
    self.error = error
    self.unsure = unsure
  }
}
