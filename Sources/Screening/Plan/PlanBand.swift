// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A band of a plan, or the standing of a child who is not normed: its text, and the tier it leads to.
struct PlanBand: Sendable {
  /// Included; −∞ when the band has no lower end.
  let from: Double
  /// Not included; +∞ when the band has no upper end.
  let below: Double
  let text: Int
  /// By the bits of the recorded concerns: the number of the tier's text; `nil` when no rule holds.
  let tiers: [Int?]

  /// - Parameter band: `nil` for a child who is not normed.
  init(_ band: ScoreBand?, rules: [TierRule], texts: inout PlanTexts) {
    self.from = band?.from ?? -.infinity
    self.below = band?.below ?? .infinity
    self.text = texts.add((band?.id ?? .notNormed).rawValue)
    var tiers: [Int?] = []
    for bits in 0..<(1 << Concern.allCases.count) {
      let concerns = Set(Concern.allCases.filter { bits & PlanChild.bit(of: $0) != 0 })
      let rule = rules.first { $0.condition.holds(notNormed: band == nil, band: band?.id, concerns: concerns) }
      tiers.append(rule.map { texts.add($0.tier.rawValue) })
    }
    self.tiers = tiers
  }

  func contains(_ score: Double) -> Bool { self.from <= score && score < self.below }
}
