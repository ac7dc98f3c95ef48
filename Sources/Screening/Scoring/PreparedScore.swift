// SPDX-License-Identifier: Apache-2.0

/// A declared score with its references as positions in the score list.
struct PreparedScore: Sendable {
  enum Kind: Sendable {
    case sum(sections: [Int], SumScore.Missing)
    case add([Int])
    /// `byMonth` holds L, M, S from the first month of the screener's range.
    case lms(of: Int, byMonth: [NormTable.Reading?], NormTable)
    case scale(of: Int, ScaleScore)
    case percentile(of: Int, PercentileScore, below: String?, above: String?)
    case trueScore(of: Int, scale: ScaleScore, TrueScoreInterval, critical: Double)
    case ageEquivalent(of: Int, NormTable)
    case reliableChange
  }

  let name: ScoreName
  let kind: Kind

  /// `nil` when the definition is not sound.
  init?(_ declaration: ScoreDeclaration, in definition: ScreenerDefinition) {
    func position(_ name: ScoreName) -> Int? { definition.scores.firstIndex { $0.name == name } }
    func table(_ id: NormsID) -> NormTable? { definition.norms.first { $0.id == id } }
    self.name = declaration.name
    switch declaration.kind {
    case .sum(let sum):
      let sections = sum.sections.compactMap { id in definition.sections.firstIndex { $0.id == id } }
      guard sections.count == sum.sections.count else { return nil }
      self.kind = .sum(sections: sections, sum.missing)
    case .add(let add):
      let scores = add.scores.compactMap(position)
      guard scores.count == add.scores.count else { return nil }
      self.kind = .add(scores)
    case .lms(let lms):
      guard let of = position(lms.of), let norms = table(lms.norms), !definition.age.range.isEmpty else {
        return nil
      }
      let months = definition.age.range.lowest...definition.age.range.highest
      self.kind = .lms(of: of, byMonth: months.map { norms.reading(atMonths: Double($0)) }, norms)
    case .scale(let scale):
      guard let of = position(scale.of) else { return nil }
      self.kind = .scale(of: of, scale)
    case .percentile(let percentile):
      guard let of = position(percentile.of) else { return nil }
      self.kind = .percentile(
        of: of,
        percentile,
        below: percentile.reportBelow.map { "<\($0)" },
        above: percentile.reportAbove.map { ">\($0)" }
      )
    case .trueScore(let interval):
      guard let of = position(interval.of), case .scale(let scale) = definition.scores[of].kind,
        let critical = NormalDistribution.quantile((1 + interval.level) / 2)
      else { return nil }
      self.kind = .trueScore(of: of, scale: scale, interval, critical: critical)
    case .ageEquivalent(let equivalent):
      guard let of = position(equivalent.of), let norms = table(equivalent.norms) else { return nil }
      self.kind = .ageEquivalent(of: of, norms)
    case .reliableChange: self.kind = .reliableChange
    }
  }
}
