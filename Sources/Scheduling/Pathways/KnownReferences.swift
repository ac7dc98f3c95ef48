// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every rule speaks of a tier and a programme that the pathway has, and every programme is used.
enum KnownReferences: PathwayCheck {
  static func findings(in pathway: Pathway) -> [Pathway.Finding] {
    var used: Set<ProgrammeID> = []
    var findings: [Pathway.Finding] = []
    for (index, rule) in pathway.rules.enumerated() {
      if !pathway.tiers.contains(rule.tier) {
        findings.append(
          Pathway.Finding(
            code: "pathway.unknown-tier",
            path: "rules[\(index)].tier",
            message: "the tier '\(rule.tier)' is not among the tiers of this pathway",
            hint: "the tiers are \(pathway.tiers.joined(separator: ", "))"
          )
        )
      }
      guard case .programme(let id) = rule.outcome else { continue }
      used.insert(id)
      if pathway.programme(id) == nil {
        findings.append(
          Pathway.Finding(
            code: "pathway.unknown-programme",
            path: "rules[\(index)].programme",
            message: "the programme '\(id)' is not among the programmes of this pathway",
            hint: "the programmes are \(pathway.programmes.map(\.id.rawValue).joined(separator: ", "))"
          )
        )
      }
    }
    for (index, programme) in pathway.programmes.enumerated() where !used.contains(programme.id) {
      findings.append(
        Pathway.Finding(
          code: "pathway.unused-programme",
          path: "programmes[\(index)]",
          message: "no rule leads to the programme '\(programme.id)'",
          hint: "add a rule for it, or remove it"
        )
      )
    }
    return findings
  }
}
