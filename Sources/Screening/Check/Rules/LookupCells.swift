// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A lookup table has one value for every age the screener is for and every raw score a child can get, and a higher
/// raw score never has a lower value.
struct LookupCells: DefinitionRule {
  static let code = "screener.lookup"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.lookups.flatMap { self.shape(of: $0, definition) } + self.holes(in: definition)
  }

  private func shape(of table: LookupTable, _ definition: ScreenerDefinition) -> [DefinitionFinding] {
    let path = DefinitionPath("norms", table.id.rawValue)
    guard !table.rows.isEmpty else {
      return [self.finding(path, "\(table.file) has no rows", remedy: "give each age and raw score a row")]
    }
    var found: [DefinitionFinding] = []
    for (index, row) in table.rows.enumerated() {
      let place = path["rows"][index]
      if row.ages.isEmpty || row.ages.lowest < 0 || row.ages.highest > 300 || !row.value.isFinite {
        found.append(
          self.finding(
            place,
            "the row is for \(row.ages) months with the value \(row.value)",
            remedy: "give the youngest age first, within 0 to 300, and a number"
          )
        )
      }
      guard index > 0 else { continue }
      let before = table.rows[index - 1]
      if row.ages == before.ages {
        if row.raw <= before.raw || row.value < before.value {
          found.append(
            self.finding(
              place,
              "raw \(row.raw) has \(plainText(row.value)) after raw \(before.raw) with \(plainText(before.value))",
              remedy: "let raw scores rise, each once, and values never fall"
            )
          )
        }
      } else if !before.ages.isFollowed(by: row.ages) {
        found.append(
          self.finding(
            place,
            "\(row.ages) months follow \(before.ages)",
            remedy: "let each age band begin the month after the one before it ends"
          )
        )
      }
    }
    return found
  }

  private func holes(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.compactMap { score -> DefinitionFinding? in
      guard case .lookup(let lookup) = score.kind, let table = definition.lookup(lookup.norms),
        let raws = definition.attainablePoints(lookup.of), raws.highest - raws.lowest <= 10_000,
        !definition.age.range.isEmpty, definition.age.range.lowest >= 0, definition.age.range.highest <= 300,
        self.shape(of: table, definition).isEmpty
      else { return nil }
      let prepared = PreparedLookup(table)
      for month in definition.age.range.lowest...definition.age.range.highest {
        for raw in raws.lowest...raws.highest where prepared.value(atMonths: month, raw: raw) == nil {
          return self.finding(
            DefinitionPath("norms", table.id.rawValue),
            "\(table.file) has no value for \(lookup.of) \(raw) at \(month) months",
            remedy: "add the row, or say `interpolate: raw` where the publisher allows it"
          )
        }
      }
      return nil
    }
  }
}
