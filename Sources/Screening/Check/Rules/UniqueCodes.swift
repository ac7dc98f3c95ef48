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
      (definition.norms.map(\.id) + definition.lookups.map(\.id)).map {
        ($0.rawValue, DefinitionPath("norms", $0.rawValue))
      },
      "the norm table"
    )
    check(
      definition.banks.map { ($0.id.rawValue, DefinitionPath("banks", $0.id.rawValue)) },
      "the item bank"
    )
    // A criterion by age names the same band once an age; that the ages part is for BandOverlaps to see.
    check(
      definition.bands.enumerated().map { index, band in
        (band.id.rawValue + (band.ages.map { " at \($0) months" } ?? ""), DefinitionPath("bands")[index]["id"])
      },
      "the band"
    )
    if let route = definition.route {
      let path = DefinitionPath("route")
      check(route.sections.enumerated().map { ($1.rawValue, path["sections"][$0]) }, "the section of the route")
      check(route.colours.enumerated().map { ($1, path["colours"][$0]) }, "the colour")
      check(route.cuts.map { ($0.section.rawValue, path["cuts"][$0.section.rawValue]) }, "the cut of section")
      check(route.flags.map { ($0.sign.rawValue, path["flags"][$0.sign.rawValue]) }, "the sign")
    }
    return found
  }
}
