// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Scoring {
  mutating func makeScores(atMonths months: Int) {
    self.scores.reserveCapacity(self.screener.scores.count)
    for score in self.screener.scores {
      self.scores.append(self.make(score, atMonths: months))
      if self.trail.isOn, let made = self.scores.last {
        let detail = self.detail(of: score, atMonths: months)
        self.trail.note(score.name.rawValue, detail, made.text.isEmpty ? "no score" : made.text)
      }
    }
  }

  private mutating func make(_ score: PreparedScore, atMonths months: Int) -> NamedScore {
    switch score.kind {
    case .sum(let sections, let missing): return self.sum(score.name, sections, missing)
    case .add(let parts):
      var total = 0
      for part in parts {
        guard case .points(let points) = self.scores[part].value else {
          return NamedScore(score.name, .absent)
        }
        total += points
      }
      return NamedScore(score.name, .points(total))
    case .lms(let of, let byMonth, _):
      guard self.notNormed == nil, let x = self.scores[of].number else {
        return NamedScore(score.name, .absent)
      }
      let index = months - self.screener.definition.age.range.lowest
      let reading = byMonth.indices.contains(index) ? byMonth[index] : nil
      guard let z = reading?.lms.zScore(of: x) else {
        self.notNormed = "outside-norms"
        self.flags.append(ScreeningFlag(.notNormed, "outside-norms"))
        return NamedScore(score.name, .absent)
      }
      return NamedScore(score.name, .real(z), decimals: 4)
    case .scale(let of, let scale): return self.scaled(score.name, of, scale)
    case .percentile(let of, let rule, let below, let above):
      guard let z = self.scores[of].number else { return NamedScore(score.name, .absent) }
      let percentile = 100 * NormalDistribution.cumulative(z)
      let isBelow = rule.reportBelow.map { percentile < Double($0) } ?? false
      let isAbove = rule.reportAbove.map { percentile > Double($0) } ?? false
      return NamedScore(
        score.name,
        .real(percentile),
        decimals: 1,
        beyond: isBelow ? below : isAbove ? above : nil
      )
    case .trueScore(let of, let scale, let rule, let critical):
      guard let x = self.scores[of].number else { return NamedScore(score.name, .absent) }
      let truth = TrueScore(observed: x, mean: scale.mean, sd: scale.sd, reliability: rule.reliability)
      let (low, high) = truth.interval(critical: critical)
      return NamedScore(score.name, .interval(low: low, high: high), decimals: 1)
    case .ageEquivalent(let of, let norms):
      guard self.notNormed == nil, let x = self.scores[of].number,
        let equivalent = AgeEquivalent(of: x, in: norms)
      else { return NamedScore(score.name, .absent) }
      return Self.named(score.name, equivalent)
    case .reliableChange: return NamedScore(score.name, .absent)
    }
  }

  private mutating func sum(
    _ name: ScoreName,
    _ sections: [Int],
    _ missing: SumScore.Missing
  ) -> NamedScore {
    var tallies: [SectionTally] = []
    for section in sections {
      guard let tally = self.tallies[section] else { return NamedScore(name, .absent) }
      tallies.append(tally)
    }
    guard let sum = RawSum(of: tallies, missing: missing) else {
      self.flags.append(ScreeningFlag(.missing, name.rawValue))
      return NamedScore(name, .absent)
    }
    if sum.isProrated { self.flags.append(ScreeningFlag(.prorated, name.rawValue)) }
    return NamedScore(name, .points(sum.points))
  }

  private mutating func scaled(_ name: ScoreName, _ of: Int, _ scale: ScaleScore) -> NamedScore {
    guard let z = self.scores[of].number, let scaled = ScaledScore(z: z, on: scale) else {
      return NamedScore(name, .absent)
    }
    var beyond: String?
    if let side = scaled.beyond, let clip = scale.clip {
      self.flags.append(ScreeningFlag(.clipped, name.rawValue))
      beyond = side == .below ? "<\(clip.lowest)" : ">\(clip.highest)"
    }
    if scale.round == .halfUp, let points = Int(exactly: scaled.value) {
      return NamedScore(name, .points(points), beyond: beyond)
    }
    return NamedScore(name, .real(scaled.value), decimals: 1, beyond: beyond)
  }

  private static func named(_ name: ScoreName, _ equivalent: AgeEquivalent) -> NamedScore {
    func printed(_ months: Double) -> String {
      let whole = Rounding.halfUp(months) ?? 0
      return "\(whole / 12);\(padded(whole % 12, to: 2))"
    }
    switch equivalent {
    case .months(let months): return NamedScore(name, .real(months), decimals: 1)
    case .below(let months): return NamedScore(name, .absent, beyond: "<" + printed(months))
    case .above(let months): return NamedScore(name, .absent, beyond: ">" + printed(months))
    }
  }
}
