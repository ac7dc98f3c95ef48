// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Nothing is defined and then left out: a section that no score is made from, a norm table or an item bank that no
/// score reads, a response set that no section uses and a route that no score tells of are slips, not remarks.
struct UsedParts: DefinitionRule {
  static let code = "screener.unused"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    var summed: Set<SectionID> = []
    var read: Set<NormsID> = []
    var banks: Set<BankID> = []
    var tells = false
    for score in definition.scores {
      summed.formUnion(score.sections.map(\.section))
      switch score.kind {
      case .lms(let lms): read.insert(lms.norms)
      case .lookup(let lookup): read.insert(lookup.norms)
      case .ability(let ability): banks.insert(ability.bank)
      case .route:
        tells = true
        summed.formUnion(definition.route?.sections ?? [])
      case .ageEquivalent(let equivalent): read.insert(equivalent.norms)
      default: break
      }
    }
    let used = Set(definition.sections.map(\.use))
    let sections = definition.sections.enumerated().filter { !summed.contains($0.element.id) }.map {
      self.finding(
        DefinitionPath("sections")[$0.offset],
        "no score sums section \($0.element.id)",
        remedy: "name it in a sum, a mean, an ability or a route with a score, or remove it"
      )
    }
    let norms = (definition.norms.map(\.id) + definition.lookups.map(\.id)).filter { !read.contains($0) }.map {
      self.finding(
        DefinitionPath("norms", $0.rawValue),
        "no score reads the norm table \($0)",
        remedy: "read it with an lms or a lookup score, or remove it"
      )
    }
    let unread = definition.banks.filter { !banks.contains($0.id) }.map {
      self.finding(
        DefinitionPath("banks", $0.id.rawValue),
        "no score reads the item bank \($0.id)",
        remedy: "read it with an irt score, or remove it"
      )
    }
    let untold =
      definition.route == nil || tells
      ? []
      : [
        self.finding(
          DefinitionPath("route"),
          "no score tells where the route led",
          remedy: "add one, such as path: {route: path}"
        )
      ]
    let responses = definition.responses.filter { !used.contains($0.id) }.map {
      self.finding(
        DefinitionPath("responses", $0.id.rawValue),
        "no section uses the response set \($0.id)",
        remedy: "use it, or remove it"
      )
    }
    return sections + norms + unread + untold + responses
  }
}
