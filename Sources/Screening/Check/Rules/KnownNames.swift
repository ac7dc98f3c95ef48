// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every code that is used is defined.
struct KnownNames: DefinitionRule {
  static let code = "screener.unknown-name"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    self.inSections(definition) + self.inAdministration(definition) + self.inRoute(definition)
      + self.inScores(definition) + self.inBanks(definition) + self.inBandsAndTiers(definition)
  }

  private func unknown(_ path: DefinitionPath, _ noun: String, _ name: String, of known: [String])
    -> DefinitionFinding
  {
    let list = known.isEmpty ? "none is defined" : "there are \(known.joined(separator: ", "))"
    return self.finding(path, "there is no \(noun) \(name)", remedy: "define it or use another: \(list)")
  }

  private func inSections(_ definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.sections.enumerated().compactMap { index, section in
      guard definition.responseSet(section.use) == nil else { return nil }
      return self.unknown(
        DefinitionPath("sections")[index]["use"],
        "response set",
        section.use.rawValue,
        of: definition.responses.map(\.id.rawValue)
      )
    }
  }

  private func inAdministration(_ definition: ScreenerDefinition) -> [DefinitionFinding] {
    var found: [DefinitionFinding] = []
    for rules in definition.administer {
      let path = DefinitionPath("administer", rules.section.rawValue)
      guard let section = definition.section(rules.section) else {
        found.append(
          self.unknown(path, "section", rules.section.rawValue, of: definition.sections.map(\.id.rawValue))
        )
        continue
      }
      let items = section.items.map(\.code)
      for (index, start) in rules.start.enumerated() where !items.contains(start.at) {
        found.append(
          self.unknown(
            path["start"][index]["at"],
            "item of section \(section.id)",
            start.at.rawValue,
            of: items.map(\.rawValue)
          )
        )
      }
      guard let responses = definition.responseSet(section.use) else { continue }
      let codes = responses.options.map(\.code)
      for (key, used) in [("basal", rules.basal?.of ?? []), ("ceiling", rules.ceiling?.of ?? [])] {
        for code in used where !codes.contains(code) {
          found.append(
            self.unknown(
              path[key]["of"],
              "response of \(responses.id)",
              code.rawValue,
              of: codes.map(\.rawValue)
            )
          )
        }
      }
      if let adaptive = rules.adaptive, definition.score(adaptive.score) == nil {
        let known = definition.scores.map(\.name.rawValue)
        found.append(self.unknown(path["adaptive"]["score"], "score", adaptive.score.rawValue, of: known))
      }
    }
    return found
  }

  private func inRoute(_ definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard let route = definition.route else { return [] }
    let known = definition.sections.map(\.id.rawValue)
    let sections = route.sections.enumerated().filter { definition.section($0.element) == nil }.map {
      self.unknown(DefinitionPath("route", "sections")[$0.offset], "section", $0.element.rawValue, of: known)
    }
    let cuts = route.cuts.filter { !route.sections.contains($0.section) }.map {
      self.unknown(
        DefinitionPath("route", "cuts", $0.section.rawValue),
        "section of the route",
        $0.section.rawValue,
        of: route.sections.map(\.rawValue)
      )
    }
    return sections + cuts
  }

  private func inBanks(_ definition: ScreenerDefinition) -> [DefinitionFinding] {
    let items = Set(definition.sections.flatMap { $0.items.map(\.code) })
    return definition.banks.flatMap { bank in
      bank.rows.enumerated().filter { !items.contains($0.element.code) }.map {
        self.finding(
          DefinitionPath("banks", bank.id.rawValue, "rows")[$0.offset],
          "the bank \(bank.id) has an item \($0.element.code), and no section has",
          remedy: "give the item's code in a section, or take the row away"
        )
      }
    }
  }

  private func inScores(_ definition: ScreenerDefinition) -> [DefinitionFinding] {
    var found: [DefinitionFinding] = []
    let names = definition.scores.map(\.name)
    for score in definition.scores {
      for (key, name) in score.references where !names.contains(name) {
        found.append(self.unknown(score.path[key], "score", name.rawValue, of: names.map(\.rawValue)))
      }
      let known = definition.sections.map(\.id.rawValue)
      for (key, section) in score.sections where definition.section(section) == nil {
        found.append(self.unknown(score.path[key], "section", section.rawValue, of: known))
      }
      switch score.kind {
      case .lookup(let lookup):
        if definition.lookup(lookup.norms) == nil, !definition.waitsForNorms {
          let tables = definition.lookups.map(\.id.rawValue)
          found.append(self.unknown(score.path["lookup"], "lookup table", lookup.norms.rawValue, of: tables))
        }
      case .ability(let ability):
        if definition.bank(ability.bank) == nil {
          let banks = definition.banks.map(\.id.rawValue)
          found.append(self.unknown(score.path["irt"], "item bank", ability.bank.rawValue, of: banks))
        }
      case .lms(let lms): found += self.table(lms.norms, score.path["lms"], definition)
      case .ageEquivalent(let equivalent):
        found += self.table(equivalent.norms, score.path["norms"], definition)
      default: break
      }
    }
    return found
  }

  private func table(_ id: NormsID, _ path: DefinitionPath, _ definition: ScreenerDefinition)
    -> [DefinitionFinding]
  {
    guard definition.table(id) == nil, !definition.waitsForNorms else { return [] }
    return [self.unknown(path, "norm table", id.rawValue, of: definition.norms.map(\.id.rawValue))]
  }

  private func inBandsAndTiers(_ definition: ScreenerDefinition) -> [DefinitionFinding] {
    var found: [DefinitionFinding] = []
    for (index, band) in definition.bands.enumerated() where definition.score(band.when) == nil {
      found.append(
        self.unknown(
          DefinitionPath("bands")[index]["when"],
          "score",
          band.when.rawValue,
          of: definition.scores.map(\.name.rawValue)
        )
      )
    }
    let bands = definition.bands.map(\.id)
    for (index, rule) in definition.tiers.enumerated() {
      for band in rule.condition.bands where !bands.contains(band) {
        found.append(
          self.unknown(
            DefinitionPath("tiers")[index]["if"],
            "band",
            band.rawValue,
            of: bands.map(\.rawValue)
          )
        )
      }
      let raised = definition.flagNames
      for flag in rule.condition.flags where !raised.contains(flag) {
        found.append(self.unknown(DefinitionPath("tiers")[index]["if"], "flag", flag, of: raised))
      }
    }
    return found
  }
}
