// SPDX-License-Identifier: Apache-2.0

/// The licence says who holds it, and a structure that ships without its content says what it needs.
struct LicenceFilled: DefinitionRule {
  static let code = "screener.licence"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    let licence = definition.licence
    let path = DefinitionPath("licence")
    var found: [DefinitionFinding] = []
    if licence.spdx.isEmpty {
      found.append(self.finding(path["spdx"], "no licence is named", remedy: "give an SPDX identifier"))
    }
    if licence.holder.isEmpty {
      found.append(self.finding(path["holder"], "no licence holder is named", remedy: "name the holder"))
    }
    for (index, need) in licence.needs.enumerated() where !Licence.suppliable.contains(need) {
      found.append(
        self.finding(
          path["needs"][index],
          "the holder's file can't supply '\(need)'",
          remedy: "name \(Licence.suppliable.joined(separator: ", "))"
        )
      )
    }
    if licence.ship == .structureOnly, licence.needs.isEmpty, licence.items == .included {
      found.append(
        self.finding(
          path["needs"],
          "only the structure ships, and nothing is needed",
          remedy: "list what the holder's file supplies, of \(Licence.suppliable.joined(separator: ", "))"
        )
      )
    }
    return found
  }
}
