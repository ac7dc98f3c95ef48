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
    case .sum(let sections, let weights, let missing): return self.sum(score.name, sections, weights, missing)
    case .mean(let sections, let rule): return self.mean(score.name, sections, rule)
    case .add(let parts):
      var total = 0
      for part in parts {
        guard case .points(let points) = self.scores[part].value else {
          return NamedScore(score.name, .absent)
        }
        total += points
      }
      return NamedScore(score.name, .points(total))
    case .lms(let of, let byMonth, let norms):
      guard self.notNormed == nil, let x = self.scores[of].number else {
        return NamedScore(score.name, .absent)
      }
      let index = months - self.screener.definition.age.range.lowest
      let reading = byMonth.indices.contains(index) ? byMonth[index] : nil
      guard let z = reading?.lms.zScore(of: x, tails: norms.tails) else { return self.outsideNorms(score.name) }
      return NamedScore(score.name, .real(z), decimals: 4)
    case .lookup(let of, let table):
      guard self.notNormed == nil, case .points(let raw) = self.scores[of].value else {
        return NamedScore(score.name, .absent)
      }
      guard let value = table.value(atMonths: months, raw: raw) else { return self.outsideNorms(score.name) }
      if let whole = Int(exactly: value), table.table.interpolate == .none {
        return NamedScore(score.name, .points(whole))
      }
      return NamedScore(score.name, .real(value), decimals: 1)
    case .scale(let of, let scale): return self.scaled(score.name, of, scale)
    case .stanine(let of, let metric):
      guard let x = self.scores[of].number, let stanine = Stanine.stanine(ofZ: (x - metric.mean) / metric.sd) else {
        return NamedScore(score.name, .absent)
      }
      return NamedScore(score.name, .points(stanine))
    case .percentile(let of, let metric, let rule, let below, let above):
      guard let x = self.scores[of].number else { return NamedScore(score.name, .absent) }
      let percentile = 100 * NormalDistribution.cumulative((x - metric.mean) / metric.sd)
      let isBelow = rule.reportBelow.map { percentile < Double($0) } ?? false
      let isAbove = rule.reportAbove.map { percentile > Double($0) } ?? false
      return NamedScore(
        score.name,
        .real(percentile),
        decimals: 1,
        beyond: isBelow ? below : isAbove ? above : nil
      )
    case .observed(let of, let metric, let error, _, let critical):
      guard let x = self.scores[of].number, let error = self.standardError(error, metric) else {
        return NamedScore(score.name, .absent)
      }
      let (low, high) = ObservedScore(x, standardError: error).interval(critical: critical)
      return NamedScore(score.name, .interval(low: low, high: high), decimals: 1)
    case .belowCut(let of, let metric, let error, let rule):
      return self.belowCut(score.name, of, metric, error, rule)
    case .trueScore(let of, let metric, let rule, let critical):
      guard let x = self.scores[of].number else { return NamedScore(score.name, .absent) }
      let truth = TrueScore(observed: x, mean: metric.mean, sd: metric.sd, reliability: rule.reliability)
      let (low, high) = truth.interval(critical: critical)
      return NamedScore(score.name, .interval(low: low, high: high), decimals: 1)
    case .ageEquivalent(let of, let norms):
      guard self.notNormed == nil, let x = self.scores[of].number,
        let equivalent = AgeEquivalent(of: x, in: norms)
      else { return NamedScore(score.name, .absent) }
      return Self.named(score.name, equivalent)
    case .ability(let ability):
      guard self.notNormed == nil else { return NamedScore(score.name, .absent) }
      guard let estimate = ability.estimate(self.countedResponses, self.screener.sections) else {
        self.flags.append(ScreeningFlag(.missing, score.name.rawValue))
        return NamedScore(score.name, .absent)
      }
      return NamedScore(score.name, .real(estimate.theta), decimals: 4, standardError: estimate.standardError)
    case .abilityError(let of):
      guard let error = self.scores[of].standardError else { return NamedScore(score.name, .absent) }
      return NamedScore(score.name, .real(error), decimals: 4)
    case .route(let what): return self.routeScore(score.name, what)
    case .reliableChange: return NamedScore(score.name, .absent)
    }
  }

  private mutating func outsideNorms(_ name: ScoreName) -> NamedScore {
    self.notNormed = "outside-norms"
    self.flags.append(ScreeningFlag(.notNormed, "outside-norms"))
    return NamedScore(name, .absent)
  }

  /// In points of the scale.
  func standardError(_ error: PreparedScore.StandardError, _ metric: ScoreMetric) -> Double? {
    switch error {
    case .reliability(let reliability): metric.sd * (1 - reliability).squareRoot()
    case .ability(let of, let unit): self.scores[of].number.map { $0 * unit }
    }
  }

  private mutating func belowCut(
    _ name: ScoreName,
    _ of: Int,
    _ metric: ScoreMetric,
    _ error: PreparedScore.StandardError,
    _ rule: BelowCutScore
  ) -> NamedScore {
    guard let x = self.scores[of].number else { return NamedScore(name, .absent) }
    let probability: Double
    switch error {
    case .reliability(let reliability):
      let truth = TrueScore(observed: x, mean: metric.mean, sd: metric.sd, reliability: reliability)
      probability = truth.probability(below: rule.cut)
    case .ability:
      guard let error = self.standardError(error, metric) else { return NamedScore(name, .absent) }
      probability = ObservedScore(x, standardError: error).probability(below: rule.cut)
    }
    if rule.unsure?.contains(probability) == true {
      self.flags.append(ScreeningFlag(.unsure, name.rawValue))
      self.raised.insert(ScreeningFlag.Kind.unsure.rawValue)
    }
    return NamedScore(name, .real(probability), decimals: 3)
  }

  private mutating func mean(_ name: ScoreName, _ sections: [Int], _ rule: MeanScore) -> NamedScore {
    let tallies = sections.compactMap { self.tallies[$0] }
    guard tallies.count == sections.count else { return NamedScore(name, .absent) }
    let missing = tallies.reduce(0) { $0 + $1.missing }
    let counted = tallies.reduce(0) { $0 + $1.counted }
    guard missing <= rule.allow, counted > 0 else {
      self.flags.append(ScreeningFlag(.missing, name.rawValue))
      return NamedScore(name, .absent)
    }
    let points = tallies.reduce(0) { $0 + $1.points }
    return NamedScore(name, .real(Double(points * rule.times) / Double(counted)), decimals: 2)
  }

  private mutating func sum(
    _ name: ScoreName,
    _ sections: [Int],
    _ weights: [[Int]]?,
    _ missing: SumScore.Missing
  ) -> NamedScore {
    var tallies: [SectionTally] = []
    for (index, section) in sections.enumerated() {
      guard let tally = self.tallies[section], let walk = self.walks[section] else {
        return NamedScore(name, .absent)
      }
      guard let weights else {
        tallies.append(tally)
        continue
      }
      let part = self.screener.sections[section]
      tallies.append(SectionTally(part, self.sheet.responses, walk, weights: weights[index]))
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
