// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension ScreenerDefinition {
  func responseSet(_ id: ResponseSetID) -> ResponseSet? { self.responses.first { $0.id == id } }
  func section(_ id: SectionID) -> ScreenerSection? { self.sections.first { $0.id == id } }
  func score(_ name: ScoreName) -> ScoreDeclaration? { self.scores.first { $0.name == name } }
  func table(_ id: NormsID) -> NormTable? { self.norms.first { $0.id == id } }

  func lookup(_ id: NormsID) -> LookupTable? { self.lookups.first { $0.id == id } }
  func bank(_ id: BankID) -> ItemParameters? { self.banks.first { $0.id == id } }

  /// The scale that a score is on; `nil` for a score that is no scaled score.
  package func metric(of name: ScoreName) -> ScoreMetric? {
    switch self.score(name)?.kind {
    case .scale(let scale): ScoreMetric(mean: scale.mean, sd: scale.sd)
    case .lookup(let lookup): lookup.metric
    default: nil
    }
  }

  /// The cut scores are still to come from the licence holder's file.
  var waitsForCuts: Bool { self.licence.needs.contains("cuts") }
  /// The norms are still to come from the licence holder's file.
  var waitsForNorms: Bool { self.licence.needs.contains("norms") }

  /// The flags that a tier condition may name: those of the route, and `unsure` where some score raises it.
  var flagNames: [String] {
    let unsure = self.scores.contains {
      if case .belowCut(let rule) = $0.kind { rule.unsure != nil } else { false }
    }
    return (self.route?.flags.map(\.name) ?? []) + (unsure ? [ScreeningFlag.Kind.unsure.rawValue] : [])
  }

  func path(to section: SectionID) -> DefinitionPath {
    DefinitionPath("sections")[self.sections.firstIndex { $0.id == section } ?? 0]
  }

  /// Lowest and highest points of a sum or of sums added; `nil` for other kinds, where a code leads
  /// nowhere, and for points beyond the limit of ``ResponsePoints``. Items after a ceiling count 0, so with a ceiling the lowest is at most 0.
  func attainablePoints(_ name: ScoreName) -> InclusiveRange? {
    guard let index = self.scores.firstIndex(where: { $0.name == name }) else { return nil }
    switch self.scores[index].kind {
    case .sum(let sum):
      var (lowest, highest) = (0, 0)
      for id in sum.sections {
        guard let section = self.section(id), let points = self.responseSet(section.use)?.points,
          ResponsePoints.allows(points.lowest), ResponsePoints.allows(points.highest)
        else { return nil }
        let stops = self.administer.contains { $0.section == id && $0.ceiling != nil }
        for item in section.items {
          let weight = min(max(sum.weights[item.code] ?? 1, 0), SumWeights.limit)
          lowest += weight * (stops ? min(0, points.lowest) : points.lowest)
          highest += weight * points.highest
        }
      }
      return InclusiveRange(lowest, highest)
    case .add(let add):
      var (lowest, highest) = (0, 0)
      for part in add.scores {
        // Only earlier scores: a cycle ends here and not in a crash.
        guard let earlier = self.scores.firstIndex(where: { $0.name == part }), earlier < index,
          let points = self.attainablePoints(part)
        else { return nil }
        lowest += points.lowest
        highest += points.highest
      }
      return InclusiveRange(lowest, highest)
    case .route(let route) where route.what == .ownColour:
      return self.route.map { InclusiveRange(0, max(0, $0.colours.count - 1)) }
    default: return nil
    }
  }
}

extension ErrorSource {
  /// The key and the score that a definition names for a child's own standard error.
  var references: [(key: String, score: ScoreName)] {
    switch self {
    case .reliability: []
    case .ability(let name): [("se", name)]
    }
  }
}

extension ScoreDeclaration {
  /// Whether the score is read against a norm population.
  var usesNorms: Bool {
    switch self.kind {
    case .lms, .lookup, .ability: true
    default: false
    }
  }

  /// The key under which a definition names the sections that the score is made from; `nil`: it is made from none.
  var sectionsKey: String? {
    switch self.kind {
    case .sum: "sum"
    case .mean: "mean"
    case .ability: "of"
    default: nil
    }
  }

  /// That key with each section.
  var sections: [(key: String, section: SectionID)] {
    switch self.kind {
    case .sum(let sum): sum.sections.map { ("sum", $0) }
    case .mean(let mean): mean.sections.map { ("mean", $0) }
    case .ability(let ability): ability.sections.map { ("of", $0) }
    default: []
    }
  }

  /// The keys under which a definition names earlier scores, with the names.
  var references: [(key: String, score: ScoreName)] {
    switch self.kind {
    case .sum, .mean, .ability, .route: []
    case .add(let add): add.scores.map { ("add", $0) }
    case .lms(let lms): [("of", lms.of)]
    case .lookup(let lookup): [("of", lookup.of)]
    case .scale(let scale): [("scale", scale.of)]
    case .stanine(let stanine): [("stanine", stanine.of)]
    case .percentile(let percentile): [("percentile", percentile.of)]
    case .observed(let interval): [("sem", interval.of)] + interval.error.references
    case .trueScore(let interval): [("true-score", interval.of)]
    case .belowCut(let rule): [("below-cut", rule.of)] + rule.error.references
    case .abilityError(let error): [("se", error.of)]
    case .ageEquivalent(let equivalent): [("age-equivalent", equivalent.of)]
    case .reliableChange(let change): [("reliable-change", change.of)]
    }
  }

  var path: DefinitionPath { DefinitionPath("scores", self.name.rawValue) }
}
