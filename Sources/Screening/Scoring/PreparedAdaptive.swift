// SPDX-License-Identifier: Apache-2.0

/// An adaptive section with its ability, and the cuts between which the tier is clear.
struct PreparedAdaptive: Sendable {
  /// The position among the screener's sections.
  let section: Int
  let ability: PreparedAbility
  private let rules: AdaptiveRules
  /// The cuts of each band on the ability's scale, with the ages it holds at.
  private let cuts: [(ages: InclusiveRange?, cut: Double)]
  private let bands: [ScoreBand]

  /// `nil` when the definition is not sound.
  init?(_ rule: AdaptiveRule, section: Int, in definition: ScreenerDefinition) {
    guard case .ability(let score)? = definition.score(rule.score)?.kind,
      let ability = PreparedAbility(score, in: definition)
    else { return nil }
    self.section = section
    self.ability = ability
    self.bands = definition.bands
    self.cuts = definition.abilityCuts(of: rule.score)
    self.rules = AdaptiveRules(
      estimator: ability.estimator,
      content: rule.content.isEmpty
        ? nil
        : ContentBalance(rule.content.map { ContentBalance.Target(domain: $0.domain, share: $0.share) }),
      randomesque: rule.randomesque,
      stop: AdaptiveStop(
        standardError: rule.stop.standardError,
        most: rule.stop.most,
        least: rule.stop.least,
        clear: rule.stop.clear
      )
    )
  }

  /// The rules for a child of `months`, with the cuts that hold at that age.
  func rules(atMonths months: Int) -> AdaptiveRules {
    var rules = self.rules
    let holding = self.cuts.filter { $0.ages?.contains(months) ?? true }.map(\.cut)
    rules.stop.cuts = Set(holding).sorted()
    if rules.stop.cuts.isEmpty { rules.stop.clear = nil }
    return rules
  }

  /// What the band is called that holds above so many cuts.
  func band(above cuts: Int, atMonths months: Int) -> BandID? {
    let bands = self.bands.filter { $0.holds(atMonths: months) }
      .sorted { ($0.from ?? -.infinity) < ($1.from ?? -.infinity) }
    return bands.indices.contains(cuts) ? bands[cuts].id : nil
  }
}

extension ScreenerDefinition {
  /// Where the bands' cuts lie on the scale of an ability; empty when the bands are cut on something else.
  ///
  /// A scaled score that is rounded half up reaches a whole cut c from c − ½ on.
  func abilityCuts(of ability: ScoreName) -> [(ages: InclusiveRange?, cut: Double)] {
    guard let when = self.bands.first?.when else { return [] }
    let toAbility: (Double) -> Double
    if when == ability {
      toAbility = { $0 }
    } else if case .scale(let scale)? = self.score(when)?.kind, scale.of == ability {
      toAbility = { cut in
        let reached = scale.round == .halfUp ? cut.rounded(.up) - 0.5 : cut
        return (reached - scale.mean) / scale.sd
      }
    } else {
      return []
    }
    return self.bands.compactMap { band in band.from.map { (band.ages, toAbility($0)) } }
  }
}
