// SPDX-License-Identifier: Apache-2.0

/// A z score on another scale: `{scale: z.all, mean: 100, sd: 15, round: half-up, clip: [55, 145]}`.
public struct ScaleScore: Hashable, Sendable {
  public enum Rounding: String, Sendable, CaseIterable {
    case halfUp = "half-up"
    case none
  }

  /// A z score.
  public var of: ScoreName
  public var mean: Double
  public var sd: Double
  public var round: Rounding
  /// Published limits; a score beyond is set to the limit.
  public var clip: InclusiveRange?

  public init(of: ScoreName, mean: Double, sd: Double, round: Rounding = .halfUp, clip: InclusiveRange? = nil) {
    self.of = of
    self.mean = mean
    self.sd = sd
    self.round = round
    self.clip = clip
  }
}
