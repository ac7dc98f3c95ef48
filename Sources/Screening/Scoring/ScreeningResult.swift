// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What one set of answers comes to under one version of one screener.
public struct ScreeningResult: Hashable, Sendable {
  public let screener: ScreenerID
  public let version: ScreenerVersion
  public let definitionHash: Digest
  /// `nil` only when the dates give no age.
  public let age: ScreeningAge?
  /// Completed months that the norms and start points were read at.
  public let ageMonths: Int?
  /// Every score the definition declares, in its order, absent ones too.
  public let scores: [NamedScore]
  /// `BandID.notNormed` for a child whom the norms do not cover; `nil` when there is no band score.
  public let band: BandID?
  /// `nil` when nothing was scored or too much is missing: no tier is proposed from half a screening.
  public let tier: TierProposal?
  public let flags: [ScreeningFlag]
  /// Empty unless an explanation was asked for.
  public let steps: [ScoringStep]

  /// Whether at least one score is there.
  public var isScored: Bool { self.scores.contains { $0.value != .absent } }

  public func score(_ name: ScoreName) -> NamedScore? { self.scores.first { $0.name == name } }
}
