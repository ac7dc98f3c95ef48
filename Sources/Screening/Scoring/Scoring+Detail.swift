// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Scoring {
  /// How one score was made, in words; called for the score made last.
  func detail(of score: PreparedScore, atMonths months: Int) -> String {
    switch score.kind {
    case .sum(let sections, let weights, let missing):
      return self.sumDetail(sections, weights, missing)
    case .mean(let sections, let rule):
      let times = rule.times == 1 ? "" : " × \(rule.times)"
      return "the mean of the answered items\(times); " + self.meanDetail(sections, rule)
    case .add(let parts): return "the sum of " + parts.map(self.read).joined(separator: " and ")
    case .lms(let of, let byMonth, let norms):
      guard self.scores[of].number != nil else { return "\(self.scores[of].name) has no score" }
      let index = months - self.screener.definition.age.range.lowest
      guard byMonth.indices.contains(index), let reading = byMonth[index] else {
        return "\(norms.id) has no row for \(months) months"
      }
      if let reason = self.notNormed { return "\(norms.id) not applied: \(reason)" }
      let lms = reading.lms
      let rule = norms.interpolate == .cubic ? " on a cubic" : ""
      let rows = (norms.rows[reading.rows.0].ageMonths, norms.rows[reading.rows.1].ageMonths)
      let from =
        rows.0 == rows.1
        ? "row \(plainText(rows.0))" : "between rows \(plainText(rows.0)) and \(plainText(rows.1))"
      return "\(self.read(of)); L \(decimalText(lms.l, decimals: 4)), M \(decimalText(lms.m, decimals: 4)), "
        + "S \(decimalText(lms.s, decimals: 5)) at \(months) months \(from)\(rule) of \(norms.file)"
    case .lookup(let of, let table):
      if let reason = self.notNormed { return "\(table.table.id) not applied: \(reason)" }
      return "\(self.read(of)) at \(months) months in \(table.table.file)"
    case .scale(let of, let scale):
      guard self.scores[of].number != nil else { return "\(self.scores[of].name) has no score" }
      let rounding = scale.round == .halfUp ? ", rounded half up" : ""
      let limits = scale.clip.map { ", kept within \($0)" } ?? ""
      return "\(plainText(scale.mean)) + \(plainText(scale.sd)) × \(self.read(of))\(rounding)\(limits)"
    case .stanine(let of, _): return "\(self.read(of)) in steps of half a standard deviation"
    case .percentile(let of, _, _, _, _):
      guard self.scores[of].number != nil else { return "\(self.scores[of].name) has no score" }
      return "the share of the norm population at or below \(self.read(of)), unrounded"
    case .observed(let of, let metric, let error, let level, let critical):
      guard let error = self.standardError(error, metric) else { return "there is no standard error" }
      return "\(self.read(of)) ± \(decimalText(critical, decimals: 4)) × \(decimalText(error, decimals: 4)) "
        + "(\(plainText(level * 100))%)"
    case .belowCut(let of, let metric, let error, let rule): return self.belowCutDetail(of, metric, error, rule)
    case .trueScore(let of, let metric, let rule, let critical):
      guard let x = self.scores[of].number else { return "\(self.scores[of].name) has no score" }
      let truth = TrueScore(observed: x, mean: metric.mean, sd: metric.sd, reliability: rule.reliability)
      return "\(self.read(of)), reliability \(plainText(rule.reliability)): true score "
        + "\(decimalText(truth.estimate, decimals: 2)) ± \(decimalText(critical, decimals: 4)) × "
        + "\(decimalText(truth.standardError, decimals: 4)) (\(plainText(rule.level * 100))%)"
    case .ageEquivalent(let of, let norms):
      guard self.scores[of].number != nil else { return "\(self.scores[of].name) has no score" }
      if let reason = self.notNormed { return "\(norms.id) not applied: \(reason)" }
      return "the age whose median in \(norms.file) is \(self.read(of)); never used for a tier"
    case .ability(let ability):
      if let reason = self.notNormed { return "\(ability.rule.bank) not applied: \(reason)" }
      let given = ability.scores(self.countedResponses, self.screener.sections).count { $0 != nil }
      return "\(given) answers on the item bank \(ability.rule.bank), \(ability.rule.estimator.rawValue)"
    case .abilityError(let of): return "of \(self.read(of))"
    case .route(let what): return "\(what.rawValue): \(self.path)"
    case .reliableChange: return "compares two screenings; one has no value for it"
    }
  }

  private func read(_ score: Int) -> String {
    let text = self.scores[score].text
    return "\(self.scores[score].name) \(text.isEmpty ? "(no score)" : text)"
  }

  private func sumDetail(_ sections: [Int], _ weights: [[Int]]?, _ missing: SumScore.Missing) -> String {
    sections.enumerated().map { place, index -> String in
      let section = self.screener.sections[index]
      guard var tally = self.tallies[index], let walk = self.walks[index] else { return self.leftOut(index) }
      if let weights {
        tally = SectionTally(section, self.sheet.responses, walk, weights: weights[place])
      }
      let points = weights == nil ? "\(tally.points) points" : "\(tally.points) weighted points"
      if tally.missing == 0 { return "section \(section.id): \(points)" }
      let rule = "\(tally.missing) of \(tally.items) items missing, \(missing.allow) allowed"
      guard tally.missing <= missing.allow, missing.rule == .prorate else {
        return "section \(section.id): \(rule)"
      }
      return "section \(section.id): \(rule), so \(points) / \(tally.countedWeight) × \(tally.weight), half up"
    }.joined(separator: "; ")
  }

  private func belowCutDetail(
    _ of: Int,
    _ metric: ScoreMetric,
    _ error: PreparedScore.StandardError,
    _ rule: BelowCutScore
  ) -> String {
    guard let x = self.scores[of].number else { return "\(self.scores[of].name) has no score" }
    let asked = "the probability that the true score behind \(self.read(of)) is below \(plainText(rule.cut))"
    switch error {
    case .reliability(let reliability):
      let truth = TrueScore(observed: x, mean: metric.mean, sd: metric.sd, reliability: reliability)
      return "\(asked): true score \(decimalText(truth.estimate, decimals: 2)), standard error "
        + decimalText(truth.standardError, decimals: 4)
    case .ability:
      guard let error = self.standardError(error, metric) else { return "there is no standard error" }
      return "\(asked): standard error \(decimalText(error, decimals: 4))"
    }
  }

  private func meanDetail(_ sections: [Int], _ rule: MeanScore) -> String {
    sections.map { index in
      let section = self.screener.sections[index]
      guard let tally = self.tallies[index] else { return self.leftOut(index) }
      let missing =
        tally.missing == 0 ? "" : ", \(tally.missing) of \(tally.items) items missing, \(rule.allow) allowed"
      return "section \(section.id): \(tally.points) points on \(tally.counted) items\(missing)"
    }.joined(separator: "; ")
  }

  private func leftOut(_ index: Int) -> String {
    let isRouted = self.screener.route?.sections.contains(index) == true
    return "section \(self.screener.sections[index].id) is not \(isRouted ? "on the route" : "for this age")"
  }
}
