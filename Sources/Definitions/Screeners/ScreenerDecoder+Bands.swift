// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// What a score is called, and what follows from it.
extension ScreenerDecoder {
  func band(_ node: YAMLNode) -> ScoreBand? {
    guard let map = MapReader(node, ScreenerKeys.band, self.findings) else { return nil }
    let id = map.text("id")
    let when = map.text("when")
    let from = map.decimal("from")
    let below = map.decimal("below")
    let ages = map["ages"].flatMap(self.ages)
    guard let id, let when else { return nil }
    return ScoreBand(id: BandID(id), when: ScoreName(when), from: from, below: below, ages: ages)
  }

  func tier(_ node: YAMLNode) -> TierRule? {
    guard let map = MapReader(node, ScreenerKeys.tier, self.findings) else { return nil }
    let tier = map.text("tier")
    let condition = map["if"].flatMap(self.condition)
    guard let tier, let condition else { return nil }
    return TierRule(tier: TierName(tier), condition: condition)
  }

  private func condition(_ node: YAMLNode) -> TierCondition? {
    guard let text = node.text(self.findings) else { return nil }
    do {
      return try TierCondition(parsing: text)
    } catch {
      self.findings.add(
        .definitionWrongValue,
        "the condition can't be read: \(error)",
        at: node.place,
        maybe:
          "write \"not-normed\", \"band = red\", \"band in red amber\", \"concern.slt\" or \"flag.NAME\", joined by and, or, not"
      )
      return nil
    }
  }
}
