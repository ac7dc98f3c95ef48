// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Nothing is defined and then left out: a section that no score sums, a norm table that no score reads and a
/// response set that no section uses are slips, not remarks.
struct UsedParts: DefinitionRule {
  static let code = "screener.unused"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    var summed: Set<SectionID> = []
    var read: Set<NormsID> = []
    for score in definition.scores {
      switch score.kind {
      case .sum(let sum): summed.formUnion(sum.sections)
      case .lms(let lms): read.insert(lms.norms)
      case .ageEquivalent(let equivalent): read.insert(equivalent.norms)
      default: break
      }
    }
    let used = Set(definition.sections.map(\.use))
    let sections = definition.sections.enumerated().filter { !summed.contains($0.element.id) }.map {
      self.finding(
        DefinitionPath("sections")[$0.offset],
        "no score sums section \($0.element.id)",
        remedy: "name it in a sum, or remove it"
      )
    }
    let norms = definition.norms.filter { !read.contains($0.id) }.map {
      self.finding(
        DefinitionPath("norms", $0.id.rawValue),
        "no score reads the norm table \($0.id)",
        remedy: "read it with an lms score, or remove it"
      )
    }
    let responses = definition.responses.filter { !used.contains($0.id) }.map {
      self.finding(
        DefinitionPath("responses", $0.id.rawValue),
        "no section uses the response set \($0.id)",
        remedy: "use it, or remove it"
      )
    }
    return sections + norms + responses
  }
}
