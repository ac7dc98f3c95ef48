// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Sound definitions for the rules that the worked example has nothing to break for.
enum RuleDemos {
  /// Three sections by age of ten items each, led through from the own one down.
  static let routed = Self.make { definition in
    definition.responses = [OpenDemo.responses("yn", [("YES", 1), ("NOT", 0), ("NS", nil)])]
    definition.sections = [(36, 47), (48, 59), (60, 71)].enumerated().map { index, ages in
      var section = OpenDemo.section("S\(index + 1)", "yn", 10)
      section.ages = InclusiveRange(ages.0, ages.1)
      for item in section.items.indices { section.items[item].code = ItemCode("S\(index + 1).\(item + 1)") }
      return section
    }
    definition.route = SectionRoute(
      sections: definition.sections.map(\.id),
      colours: ["red", "amber", "green"],
      cuts: definition.sections.map { SectionRoute.Cuts(section: $0.id, points: [4, 8]) },
      flags: [SectionRoute.Flag(sign: .redAtOwnAge, name: "refer")]
    )
    definition.scores = [
      ScoreDeclaration(name: ScoreName("path"), kind: .route(RouteScore(.path))),
      ScoreDeclaration(name: ScoreName("colour"), kind: .route(RouteScore(.ownColour))),
    ]
    definition.bands = [
      ScoreBand(id: BandID("red"), when: ScoreName("colour"), below: 1),
      ScoreBand(id: BandID("amber"), when: ScoreName("colour"), from: 1, below: 2),
      ScoreBand(id: BandID("green"), when: ScoreName("colour"), from: 2),
    ]
    definition.tiers[1].condition = .and(.flag("refer"), .concern(.slt))
  }

  /// One section of six items from a Rasch bank in two domains, chosen one by one.
  static let adaptive = Self.make { definition in
    definition.responses = [OpenDemo.responses("try", [("C", 1), ("I", 0), ("NA", nil)])]
    definition.sections = [OpenDemo.section("B", "try", 6)]
    definition.administer = [
      SectionAdministration(
        section: SectionID("B"),
        adaptive: AdaptiveRule(
          score: ScoreName("theta"),
          stop: AdaptiveRule.Stop(standardError: 0.5, most: 5, least: 3, clear: 0.9),
          content: [
            AdaptiveRule.Share(domain: "talk", share: 0.5), AdaptiveRule.Share(domain: "listen", share: 0.5),
          ],
          randomesque: 2
        )
      )
    ]
    definition.scores = [
      ScoreDeclaration(
        name: ScoreName("theta"),
        kind: .ability(
          AbilityScore(bank: BankID("bank"), sections: [SectionID("B")], estimator: .expectedAPosteriori, least: 3)
        )
      ),
      ScoreDeclaration(name: ScoreName("se"), kind: .abilityError(AbilityErrorScore(of: ScoreName("theta")))),
      ScoreDeclaration(
        name: ScoreName("ss.all"),
        kind: .scale(ScaleScore(of: ScoreName("theta"), mean: 100, sd: 15, clip: InclusiveRange(55, 145)))
      ),
    ]
    definition.banks = [
      ItemParameters(
        id: BankID("bank"),
        model: .rasch,
        scaling: 1,
        file: "bank.csv",
        sha256: .zero,
        rows: (1...6).map {
          BankItem(
            code: ItemCode("B\($0)"),
            thresholds: [Double($0) - 3.5],
            domain: $0.isMultiple(of: 2) ? "talk" : "listen"
          )
        }
      )
    ]
  }

  /// The worked example with a printed table of two age bands in place of its LMS norms.
  static let lookedUp = Self.make { definition in
    definition.norms = []
    definition.lookups = [
      LookupTable(
        id: NormsID("table"),
        interpolate: .none,
        file: "table.csv",
        sha256: .zero,
        rows: [(36, 53, 70), (54, 71, 60)].flatMap { from, to, lowest in
          (0...20).map {
            LookupTable.Row(ages: InclusiveRange(from, to), raw: $0, value: Double(lowest + 3 * $0))
          }
        }
      )
    ]
    definition.scores =
      Array(definition.scores.prefix(3)) + [
        ScoreDeclaration(
          name: ScoreName("ss.all"),
          kind: .lookup(
            LookupScore(
              norms: NormsID("table"),
              of: ScoreName("raw.all"),
              metric: ScoreMetric(mean: 100, sd: 15)
            )
          )
        )
      ]
  }

  /// The worked example with one more score at the end.
  static func with(_ name: String, _ kind: ScoreDeclaration.Kind) -> ScreenerDefinition {
    Self.make { $0.scores.append(ScoreDeclaration(name: ScoreName(name), kind: kind)) }
  }

  private static func make(_ change: (inout ScreenerDefinition) -> Void) -> ScreenerDefinition {
    var definition = OpenDemo.definition
    change(&definition)
    if definition.sections.map(\.id) != OpenDemo.definition.sections.map(\.id) {
      definition.administer.removeAll { rules in !definition.sections.contains { $0.id == rules.section } }
      definition.norms = []
    }
    return definition
  }
}

/// The findings of one rule on `definition` after `change`, as `path: message`.
func findings(
  of rule: String,
  in definition: ScreenerDefinition,
  after change: (inout ScreenerDefinition) -> Void = { _ in }
) -> [String] {
  findings(of: rule) {
    $0 = definition
    change(&$0)
  }
}
