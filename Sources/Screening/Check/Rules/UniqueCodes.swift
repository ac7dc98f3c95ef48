// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every code stands for one thing: response sets, responses within a set, sections, items over all sections,
/// scores, norms, bands, rules of administration.
struct UniqueCodes: DefinitionRule {
  static let code = "screener.duplicate-code"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    var found: [DefinitionFinding] = []
    func check(_ codes: [(code: String, path: DefinitionPath)], _ noun: String) {
      var seen: Set<String> = []
      for (code, path) in codes where !seen.insert(code).inserted {
        found.append(
          self.finding(path, "\(noun) \(code) is defined twice", remedy: "rename or remove one of the two")
        )
      }
    }
    let responses = DefinitionPath("responses")
    check(definition.responses.map { ($0.id.rawValue, responses[$0.id.rawValue]) }, "the response set")
    for set in definition.responses {
      let path = responses[set.id.rawValue]
      check(set.options.map { ($0.code.rawValue, path[$0.code.rawValue]) }, "the response")
    }
    let sections = DefinitionPath("sections")
    check(definition.sections.enumerated().map { ($1.id.rawValue, sections[$0]["id"]) }, "the section")
    check(
      definition.sections.enumerated().flatMap { index, section in
        section.items.map { ($0.code.rawValue, sections[index]["items"][$0.code.rawValue]) }
      },
      "the item"
    )
    check(
      definition.administer.map { ($0.section.rawValue, DefinitionPath("administer", $0.section.rawValue)) },
      "the administration of section"
    )
    check(definition.scores.map { ($0.name.rawValue, $0.path) }, "the score")
    check(
      definition.norms.map { ($0.id.rawValue, DefinitionPath("norms", $0.id.rawValue)) },
      "the norm table"
    )
    check(
      definition.bands.enumerated().map { ($1.id.rawValue, DefinitionPath("bands")[$0]["id"]) },
      "the band"
    )
    return found
  }
}
