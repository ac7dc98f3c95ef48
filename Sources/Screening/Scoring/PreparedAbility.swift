// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// An ability with its item bank by position in the answer sheet.
struct PreparedAbility: Sendable {
  let rule: AbilityScore
  let bank: ItemBank
  let estimator: AbilityEstimator
  /// By item of the bank: its position in the sheet, its section, and its place in the section.
  let items: [(position: Int, section: Int, index: Int)]

  /// `nil` when the definition is not sound.
  init?(_ rule: AbilityScore, in definition: ScreenerDefinition) {
    guard let bank = definition.bank(rule.bank)?.bank, bank.problems.isEmpty else { return nil }
    var items: [(position: Int, section: Int, index: Int)] = []
    for item in bank.items {
      guard let place = Self.place(of: item.code, in: definition) else { return nil }
      items.append(place)
    }
    self.rule = rule
    self.bank = bank
    self.items = items
    self.estimator = AbilityEstimator(
      rule.estimator,
      prior: rule.prior,
      range: AbilityRange(Double(rule.range.lowest), Double(rule.range.highest))
    )
    guard self.estimator.problems.isEmpty else { return nil }
  }

  /// What an answer is worth to the bank: points above the response set's lowest. `nil` where the item was not given
  /// or counts as unanswered.
  func score(ofItem item: Int, _ responses: [Int16], _ sections: [PreparedSection]) -> Int? {
    let place = self.items[item]
    let section = sections[place.section]
    return section.points(of: responses[place.position], forItem: place.index).map { $0 - section.points.lowest }
  }

  func scores(_ responses: [Int16], _ sections: [PreparedSection]) -> [Int?] {
    self.items.indices.map { self.score(ofItem: $0, responses, sections) }
  }

  /// `nil` when fewer items than the rule asks for were answered, or the answers say nothing of the ability.
  func estimate(_ responses: [Int16], _ sections: [PreparedSection]) -> AbilityEstimate? {
    guard let estimate = try? self.estimator.estimate(self.scores(responses, sections), in: self.bank),
      estimate.answered >= self.rule.least, estimate.standardError.isFinite
    else { return nil }
    return estimate
  }

  private static func place(of item: ItemCode, in definition: ScreenerDefinition)
    -> (position: Int, section: Int, index: Int)?
  {
    var offset = 0
    for (section, part) in definition.sections.enumerated() {
      if let index = part.items.firstIndex(where: { $0.code == item }) { return (offset + index, section, index) }
      offset += part.items.count
    }
    return nil
  }
}
