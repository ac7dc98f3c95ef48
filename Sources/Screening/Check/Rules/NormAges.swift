// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A norm table rises in age and covers every month the screener is for.
struct NormAges: DefinitionRule {
  static let code = "screener.norm-age"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    let range = definition.age.range
    return definition.norms.flatMap { norms -> [DefinitionFinding] in
      let path = DefinitionPath("norms", norms.id.rawValue)
      guard let first = norms.rows.first, let last = norms.rows.last else {
        return [self.finding(path, "\(norms.file) has no rows", remedy: "give one row an age")]
      }
      var found: [DefinitionFinding] = []
      for index in norms.rows.indices.dropFirst()
      where !(norms.rows[index].ageMonths > norms.rows[index - 1].ageMonths) {
        found.append(
          self.finding(
            path["rows"][index],
            "age \(plainText(norms.rows[index].ageMonths)) follows age "
              + "\(plainText(norms.rows[index - 1].ageMonths)) in \(norms.file)",
            remedy: "put the rows in rising age, each age once"
          )
        )
      }
      if !(first.ageMonths <= Double(range.lowest)) || !(last.ageMonths >= Double(range.highest)) {
        found.append(
          self.finding(
            path,
            "\(norms.file) covers \(plainText(first.ageMonths)) to \(plainText(last.ageMonths)) months, "
              + "the screener is for \(range)",
            remedy: "add the missing ages, or narrow age.range"
          )
        )
      }
      return found
    }
  }
}
