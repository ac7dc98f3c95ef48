// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Turns the names in a declared score into positions.
struct PreparedScoreResolver {
  let definition: ScreenerDefinition

  init(_ definition: ScreenerDefinition) { self.definition = definition }

  /// `nil` when the definition is not sound.
  func kind(of kind: ScoreDeclaration.Kind) -> PreparedScore.Kind? {
    switch kind {
    case .sum(let sum): return self.sum(sum)
    case .mean(let mean): return self.sections(mean.sections).map { .mean(sections: $0, mean) }
    case .add(let add):
      let scores = add.scores.compactMap(self.position)
      return scores.count == add.scores.count ? .add(scores) : nil
    case .lms(let lms):
      guard let of = self.position(lms.of), let norms = self.definition.table(lms.norms),
        !self.definition.age.range.isEmpty
      else { return nil }
      let months = self.definition.age.range.lowest...self.definition.age.range.highest
      return .lms(of: of, byMonth: months.map { norms.reading(atMonths: Double($0)) }, norms)
    case .lookup(let lookup):
      guard let of = self.position(lookup.of), let table = self.definition.lookup(lookup.norms) else { return nil }
      return .lookup(of: of, PreparedLookup(table))
    case .scale(let scale): return self.position(scale.of).map { .scale(of: $0, scale) }
    case .stanine(let stanine):
      guard let (of, metric) = self.normed(stanine.of) else { return nil }
      return .stanine(of: of, metric: metric)
    case .percentile(let percentile):
      guard let (of, metric) = self.normed(percentile.of) else { return nil }
      return .percentile(
        of: of,
        metric: metric,
        percentile,
        below: percentile.reportBelow.map { "<\($0)" },
        above: percentile.reportAbove.map { ">\($0)" }
      )
    case .observed(let interval):
      guard let of = self.position(interval.of), let metric = self.definition.metric(of: interval.of),
        let error = self.error(interval.error, metric: metric),
        let critical = NormalDistribution.quantile((1 + interval.level) / 2)
      else { return nil }
      return .observed(of: of, metric: metric, error, level: interval.level, critical: critical)
    case .trueScore(let interval):
      guard let of = self.position(interval.of), let metric = self.definition.metric(of: interval.of),
        let critical = NormalDistribution.quantile((1 + interval.level) / 2)
      else { return nil }
      return .trueScore(of: of, metric: metric, interval, critical: critical)
    case .belowCut(let rule):
      guard let of = self.position(rule.of), let metric = self.definition.metric(of: rule.of),
        let error = self.error(rule.error, metric: metric)
      else { return nil }
      return .belowCut(of: of, metric: metric, error, rule)
    case .ageEquivalent(let equivalent):
      guard let of = self.position(equivalent.of), let norms = self.definition.table(equivalent.norms) else {
        return nil
      }
      return .ageEquivalent(of: of, norms)
    case .ability(let ability): return PreparedAbility(ability, in: self.definition).map { .ability($0) }
    case .abilityError(let error): return self.position(error.of).map { .abilityError(of: $0) }
    case .route(let route): return self.definition.route == nil ? nil : .route(route.what)
    case .reliableChange: return .reliableChange
    }
  }

  private func position(_ name: ScoreName) -> Int? { self.definition.scores.firstIndex { $0.name == name } }

  private func sections(_ ids: [SectionID]) -> [Int]? {
    let sections = ids.compactMap { id in self.definition.sections.firstIndex { $0.id == id } }
    return sections.count == ids.count ? sections : nil
  }

  private func sum(_ sum: SumScore) -> PreparedScore.Kind? {
    guard let sections = self.sections(sum.sections) else { return nil }
    guard !sum.weights.isEmpty else { return .sum(sections: sections, weights: nil, sum.missing) }
    let weights = sections.map { section in
      self.definition.sections[section].items.map { sum.weights[$0.code] ?? 1 }
    }
    return .sum(sections: sections, weights: weights, sum.missing)
  }

  /// The position of a score and the metric that makes a z score of it: 0 and 1 for a z score itself.
  private func normed(_ name: ScoreName) -> (of: Int, metric: ScoreMetric)? {
    guard let of = self.position(name) else { return nil }
    switch self.definition.scores[of].kind {
    case .lms, .ability: return (of, ScoreMetric(mean: 0, sd: 1))
    case .lookup(let lookup): return lookup.metric.map { (of, $0) }
    default: return nil
    }
  }

  private func error(_ source: ErrorSource, metric: ScoreMetric) -> PreparedScore.StandardError? {
    switch source {
    case .reliability(let reliability): return .reliability(reliability)
    case .ability(let name): return self.position(name).map { .ability($0, unit: metric.sd) }
    }
  }
}
