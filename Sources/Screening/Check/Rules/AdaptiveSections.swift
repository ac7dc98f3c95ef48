// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// An adaptive section chooses by an ability over itself alone, has no other rules, and can come to an end.
struct AdaptiveSections: DefinitionRule {
  static let code = "screener.adaptive"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.administer.flatMap { rules -> [DefinitionFinding] in
      guard let adaptive = rules.adaptive, let section = definition.section(rules.section) else { return [] }
      let path = DefinitionPath("administer", rules.section.rawValue, "adaptive")
      return self.score(adaptive, rules, definition, path) + self.stop(adaptive, section, path)
        + self.cuts(adaptive, definition, path)
        + self.content(adaptive, definition, path) + self.sums(of: rules.section, definition)
    }
  }

  private func score(
    _ adaptive: AdaptiveRule,
    _ rules: SectionAdministration,
    _ definition: ScreenerDefinition,
    _ path: DefinitionPath
  ) -> [DefinitionFinding] {
    var found: [DefinitionFinding] = []
    if let score = definition.score(adaptive.score) {
      if case .ability(let ability) = score.kind, ability.sections == [rules.section] {
        if ability.least > adaptive.stop.least {
          found.append(
            self.finding(
              path["stop"]["least"],
              "the section may end after \(adaptive.stop.least) items and \(score.name) needs \(ability.least)",
              remedy: "ask for at least \(ability.least)"
            )
          )
        }
      } else {
        found.append(
          self.finding(
            path["score"],
            "\(adaptive.score) is no ability over section \(rules.section) alone",
            remedy: "name an irt score whose `of` is \(rules.section)"
          )
        )
      }
    }
    if !rules.start.isEmpty || rules.basal != nil || rules.ceiling != nil
      || definition.route?.sections.contains(rules.section) == true
    {
      found.append(
        self.finding(
          path,
          "section \(rules.section) is adaptive and has a start, a basal, a ceiling or a route too",
          remedy: "remove one of the two"
        )
      )
    }
    return found
  }

  private func stop(_ adaptive: AdaptiveRule, _ section: ScreenerSection, _ path: DefinitionPath)
    -> [DefinitionFinding]
  {
    // An empty section is for SectionItems to report.
    guard !section.items.isEmpty else { return [] }
    let stop = adaptive.stop
    var found: [DefinitionFinding] = []
    if !(1...section.items.count).contains(stop.most) || !(1...max(1, stop.most)).contains(stop.least) {
      found.append(
        self.finding(
          path["stop"]["most"],
          "the section asks for at least \(stop.least) and at most \(stop.most) of its \(section.items.count) items",
          remedy: "give least and most within 1 to \(section.items.count), the smaller as least"
        )
      )
    }
    if let error = stop.standardError, !(error > 0 && error < 10) {
      found.append(
        self.finding(path["stop"]["se"], "the section stops at a standard error of \(error)", remedy: "0.3 is usual")
      )
    }
    if let clear = stop.clear, !(clear > 0 && clear < 1) {
      found.append(
        self.finding(path["stop"]["clear"], "the tier is clear at a level of \(clear)", remedy: "0.90 is usual")
      )
    }
    if !(1...section.items.count).contains(adaptive.randomesque) {
      found.append(
        self.finding(
          path["exposure"]["randomesque"],
          "the next item is drawn from the \(adaptive.randomesque) best ones",
          remedy: "give 1 to \(section.items.count)"
        )
      )
    }
    return found
  }

  /// A tier can only be clear where bands are cut on the ability.
  private func cuts(_ adaptive: AdaptiveRule, _ definition: ScreenerDefinition, _ path: DefinitionPath)
    -> [DefinitionFinding]
  {
    guard adaptive.stop.clear != nil, !definition.waitsForCuts else { return [] }
    let cuts = definition.abilityCuts(of: adaptive.score).map(\.cut)
    if let far = cuts.first(where: { !ItemBankProblem.abilities.contains($0) }) {
      return [
        self.finding(
          path["stop"]["clear"],
          "a band is cut at the ability \(plainText(far)), which nobody has",
          remedy: "check the bands' cuts, and the mean and sd of the scale they are on"
        )
      ]
    }
    guard cuts.isEmpty else { return [] }
    return [
      self.finding(
        path["stop"]["clear"],
        "the section stops when the tier is clear, and no band is cut on \(adaptive.score)",
        remedy: "cut the bands on it or on a scale of it, or remove clear"
      )
    ]
  }

  private func content(_ adaptive: AdaptiveRule, _ definition: ScreenerDefinition, _ path: DefinitionPath)
    -> [DefinitionFinding]
  {
    guard !adaptive.content.isEmpty, case .ability(let ability)? = definition.score(adaptive.score)?.kind,
      let bank = definition.bank(ability.bank)
    else { return [] }
    let domains = Set(bank.rows.map { $0.domain ?? "" })
    let named = Set(adaptive.content.map(\.domain))
    let total = adaptive.content.reduce(0) { $0 + $1.share }
    var found: [DefinitionFinding] = []
    for domain in domains.symmetricDifference(named).sorted() {
      found.append(
        self.finding(
          path["content"],
          named.contains(domain)
            ? "no item of \(bank.file) is of the domain '\(domain)'" : "the domain '\(domain)' has no share",
          remedy: "give every domain of the bank a share"
        )
      )
    }
    if !(abs(total - 1) < 1e-9) || !adaptive.content.allSatisfy({ $0.share > 0 }) {
      found.append(
        self.finding(
          path["content"],
          "the shares add up to \(plainText(total))",
          remedy: "give shares above 0 that add up to 1"
        )
      )
    }
    return found
  }

  /// Points over items that nobody chose say nothing.
  private func sums(of section: SectionID, _ definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.compactMap { score in
      if case .ability = score.kind { return nil }
      guard let key = score.sections.first(where: { $0.section == section })?.key else { return nil }
      return self.finding(
        score.path[key],
        "\(score.name) sums the adaptive section \(section), of which each child is given other items",
        remedy: "use an irt score"
      )
    }
  }
}
