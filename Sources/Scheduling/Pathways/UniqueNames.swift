// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every tier and every programme has a name of its own.
enum UniqueNames: PathwayCheck {
  static func findings(in pathway: Pathway) -> [Pathway.Finding] {
    self.repeated(pathway.tiers, in: "tiers", what: "tier")
      + self.repeated(pathway.programmes.map(\.id.rawValue), in: "programmes", what: "programme")
  }

  private static func repeated(_ names: [String], in list: String, what: String) -> [Pathway.Finding] {
    var seen: Set<String> = []
    return names.enumerated().compactMap { index, name in
      guard !seen.insert(name).inserted else { return nil }
      return Pathway.Finding(
        code: "pathway.name-twice",
        path: "\(list)[\(index)]",
        message: "the \(what) '\(name)' stands twice",
        hint: "give one of the two another name, or remove it"
      )
    }
  }
}
