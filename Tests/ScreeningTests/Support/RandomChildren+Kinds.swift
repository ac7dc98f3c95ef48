// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

extension RandomChildren {
  /// Kinds of definitions that the twins are compared on; always sound.
  enum Mix: CaseIterable, Sendable { case worked, table, route, ability }

  mutating func definition(_ mix: Mix) -> ScreenerDefinition {
    switch mix {
    case .worked: self.definition()
    case .table: self.tableDefinition()
    case .route: self.routeDefinition()
    case .ability: self.abilityDefinition()
    }
  }

  private static func score(_ name: String, _ kind: ScoreDeclaration.Kind) -> ScoreDeclaration {
    ScoreDeclaration(name: ScoreName(name), kind: kind)
  }

  /// Weights, means, two basals, partly right basal answers, lookup norms, stanines, errors, bands by age.
  private mutating func tableDefinition() -> ScreenerDefinition {
    var definition = self.definition()
    definition.scores[2].kind = .add(AddScore(scores: [ScoreName("raw.u"), ScoreName("raw.e")]))
    definition.norms[0].interpolate = NormTable.Interpolation.allCases[self.random.below(3)]
    definition.norms[0].tails = self.random.below(2) == 0 ? .keep : .sd23
    if self.random.below(2) == 0 { definition.administer[0].basal?.double = .nearestCeiling }
    if self.random.below(3) == 0 {
      definition.sections[0].use = ResponseSetID("obs")
      definition.responses.removeLast()
      definition.administer[0].basal?.of = [ResponseCode("ALW"), ResponseCode("SOM")]
      if definition.administer[0].ceiling != nil { definition.administer[0].ceiling?.of = [ResponseCode("NEV")] }
    }
    var most = 0
    if case .sum(var sum) = definition.scores[0].kind {
      for item in definition.sections[0].items {
        let weight = 1 + self.random.below(3)
        if weight > 1 { sum.weights[item.code] = weight }
        most += weight * (definition.sections[0].use == ResponseSetID("obs") ? 2 : 1)
      }
      definition.scores[0].kind = .sum(sum)
    }
    let ss = ScoreName("ss.u")
    let low = 0.2 + Double(self.random.below(3)) / 10
    definition.scores += [
      Self.score(
        "mean.e",
        .mean(MeanScore(sections: [SectionID("E")], times: 1 + self.random.below(100), allow: self.random.below(4)))),
      Self.score(
        "ss.u",
        .lookup(LookupScore(norms: NormsID("tab"), of: ScoreName("raw.u"), metric: ScoreMetric(mean: 50, sd: 10)))),
      Self.score("st.u", .stanine(StanineScore(of: ss))),
      Self.score("st.all", .stanine(StanineScore(of: ScoreName("z.all")))),
      Self.score("pr.u", .percentile(PercentileScore(of: ss))),
      Self.score("sem.u", .observed(ObservedScoreInterval(of: ss, error: .reliability(0.84), level: 0.95))),
      Self.score("ci.u", .trueScore(TrueScoreInterval(of: ss, reliability: 0.84, level: 0.68))),
      Self.score(
        "p.u", .belowCut(BelowCutScore(of: ss, cut: 42, error: .reliability(0.84), unsure: low...0.75))),
      Self.score("p.all", .belowCut(BelowCutScore(of: ScoreName("ss.all"), cut: 82, error: .reliability(0.91)))),
    ]
    definition.lookups = [self.table(most: most)]
    if self.random.below(2) == 0 { definition.bands = self.bandsByAge(most: most) }
    definition.tiers.insert(TierRule(tier: TierName("again"), condition: .flag("unsure")), at: 1)
    return definition
  }

  private mutating func table(most: Int) -> LookupTable {
    let interpolate = LookupTable.Interpolation.allCases[self.random.below(4)]
    let mayLack = interpolate == .raw || interpolate == .both
    var rows: [LookupTable.Row] = []
    for ages in [InclusiveRange(36, 44), InclusiveRange(45, 45), InclusiveRange(46, 58), InclusiveRange(59, 71)] {
      var value = 20.0 + Double(self.random.below(9))
      for raw in 0...most {
        value += Double(self.random.below(50)) / 8
        if mayLack, raw > 0, raw < most, self.random.below(2) == 0 { continue }
        rows.append(LookupTable.Row(ages: ages, raw: raw, value: interpolate == .none ? value.rounded() : value))
      }
    }
    return LookupTable(id: NormsID("tab"), interpolate: interpolate, file: "tab.csv", sha256: .zero, rows: rows)
  }

  private mutating func bandsByAge(most: Int) -> [ScoreBand] {
    [InclusiveRange(36, 52), InclusiveRange(53, 53), InclusiveRange(54, 71)].flatMap { ages in
      let low = 1 + self.random.below(most - 1)
      let high = low + 1 + self.random.below(most - low)
      let raw = ScoreName("raw.u")
      return [
        ScoreBand(id: BandID("red"), when: raw, below: Double(low), ages: ages),
        ScoreBand(id: BandID("amber"), when: raw, from: Double(low), below: Double(high), ages: ages),
        ScoreBand(id: BandID("green"), when: raw, from: Double(high), ages: ages),
      ]
    }
  }

  /// The route with other cuts, basals and ceilings in its sections, and a section beside the route.
  private mutating func routeDefinition() -> ScreenerDefinition {
    var definition = RouteDemo.definition
    for index in 0..<3 {
      let amber = 1 + self.random.below(8)
      definition.route?.cuts[index].points = [amber, amber + 1 + self.random.below(10 - amber)]
      definition.sections[index].items[0].reverse = false
      guard self.random.below(3) == 0 else { continue }
      definition.administer.append(
        SectionAdministration(
          section: definition.sections[index].id,
          ceiling: SectionAdministration.Ceiling(run: 1 + self.random.below(3), of: [ResponseCode("NEV")])))
    }
    definition.sections.append(OpenDemo.section("E", "obs", 3))
    definition.scores += [
      Self.score("raw.e", .sum(SumScore(sections: [SectionID("E")], missing: .init(allow: 1, rule: .prorate)))),
      Self.score("raw.s2", Small.sum("S2")),
    ]
    return definition
  }

  private mutating func abilityDefinition() -> ScreenerDefinition {
    let model = ItemBank.Model.allCases[self.random.below(3)]
    var definition = CatR.definition(model, .expectedAPosteriori, least: 1 + self.random.below(5)) {
      $0.scores += [
        Self.score("st", .stanine(StanineScore(of: ScoreName("theta")))),
        Self.score(
          "sem", .observed(ObservedScoreInterval(of: ScoreName("ss"), error: .ability(ScoreName("se")), level: 0.9))),
        Self.score(
          "p",
          .belowCut(
            BelowCutScore(of: ScoreName("ss"), cut: 90, error: .ability(ScoreName("se")), unsure: 0.3...0.7))),
      ]
      $0.bands = [
        ScoreBand(id: BandID("low"), when: ScoreName("theta"), below: -0.5),
        ScoreBand(id: BandID("well"), when: ScoreName("theta"), from: -0.5),
      ]
      $0.tiers = [
        TierRule(tier: TierName("review"), condition: .notNormed),
        TierRule(tier: TierName("again"), condition: .flag("unsure")),
        TierRule(tier: TierName("help"), condition: .bandIn([BandID("low")])),
        TierRule(tier: TierName("none"), condition: .bandIn([BandID("well")])),
      ]
      $0.normsApply = NormsApply(homeLanguages: ["ENG"])
    }
    definition.banks[0].scaling = self.random.below(2) == 0 ? 1 : 1.702
    return definition
  }
}
