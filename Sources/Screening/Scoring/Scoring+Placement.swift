// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Scoring {
  /// The band of the score the bands are about.
  mutating func band(atMonths months: Int) -> BandID? {
    if let reason = self.notNormed {
      self.trail.note("band", "the norms do not apply (\(reason))", BandID.notNormed.rawValue)
      return .notNormed
    }
    guard let index = self.screener.bandScore else { return nil }
    let score = self.scores[index]
    guard let number = score.number,
      let band = self.screener.definition.bands.first(where: { $0.holds(atMonths: months) && $0.contains(number) })
    else {
      // A child without a band always has a flag that says why.
      if !self.flags.contains(where: { $0.kind == .missing }) {
        self.flags.append(ScreeningFlag(.missing, score.name.rawValue))
      }
      self.trail.note("band", "\(score.name) has no score", "none")
      return nil
    }
    let at = band.ages == nil ? "" : " at \(months) months"
    self.trail.note(
      "band",
      "\(score.name) \(plainText(number)) is \(Self.range(of: band))\(at)",
      band.id.rawValue
    )
    return band.id
  }

  /// The first tier whose condition holds. A child without a band gets none, unless not normed: a tier is
  /// never proposed from half a screening. The flags rest on cuts, which do not hold for a child who is not normed:
  /// for such a child no condition may lean on them.
  mutating func tier(band: BandID?) -> TierProposal? {
    let isNotNormed = self.notNormed != nil
    guard band != nil else {
      self.trail.note("tier", "without a band no tier is proposed", "none")
      return nil
    }
    let scored = isNotNormed ? nil : band
    for (index, rule) in self.screener.definition.tiers.enumerated()
    where rule.condition.holds(
      notNormed: isNotNormed,
      band: scored,
      concerns: self.context.concerns,
      flags: isNotNormed ? [] : self.raised
    ) {
      let reason = self.screener.tierReasons[index]
      self.trail.note("tier", "the first rule that holds: \(reason)", "\(rule.tier), to be confirmed")
      return TierProposal(tier: rule.tier, because: reason)
    }
    self.trail.note("tier", "no rule holds", "none")
    return nil
  }

  private static func range(of band: ScoreBand) -> String {
    switch (band.from, band.below) {
    case (let from?, let below?): "at least \(plainText(from)) and below \(plainText(below))"
    case (let from?, nil): "at least \(plainText(from))"
    case (nil, let below?): "below \(plainText(below))"
    case (nil, nil): "any score"
    }
  }
}
