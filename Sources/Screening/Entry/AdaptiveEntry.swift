// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// An adaptive section being entered: the item that says most about this child, or why enough was asked.
struct AdaptiveEntry {
  /// The position in the sheet; `nil` when the section is settled.
  let next: Int?
  /// Why nothing more is asked, in words.
  let settled: String?
  /// How many items may still come up.
  let openAtMost: Int
  private let estimate: AbilityEstimate?
  private let information: Double?

  /// - Parameter order: positions in the sheet as they were answered or skipped.
  init(
    _ adaptive: PreparedAdaptive,
    _ screener: PreparedScreener,
    _ responses: [Int16],
    order: [Int],
    seed: UInt64,
    months: Int
  ) {
    let ability = adaptive.ability
    let answers = order.compactMap { position -> AdaptiveAnswer? in
      guard let item = ability.items.firstIndex(where: { $0.position == position }) else { return nil }
      return AdaptiveAnswer(position: item, score: ability.score(ofItem: item, responses, screener.sections))
    }
    let rules = adaptive.rules(atMonths: months)
    let step = try? AdaptiveTest(bank: ability.bank, rules: rules, seed: seed).next(after: answers)
    let limit = min(rules.stop.most ?? ability.items.count, ability.items.count)
    switch step {
    case .ask(let item, let information, let estimate):
      self.next = ability.items[item].position
      self.settled = nil
      self.openAtMost = max(1, limit - answers.count)
      self.estimate = estimate
      self.information = information
    case .stop(let reason, let estimate):
      self.next = nil
      self.settled = Self.words(reason) { adaptive.band(above: $0, atMonths: months) }
      self.openAtMost = 0
      self.estimate = estimate
      self.information = nil
    case nil:
      // The definition was checked when it was prepared; answers come from this very order.
      self.next = nil
      self.settled = "the next item can't be chosen"
      self.openAtMost = 0
      self.estimate = nil
      self.information = nil
    }
  }

  /// Why this item, in words.
  var because: String? {
    self.information.map { "says most about this child now (information \(decimalText($0, decimals: 2)))" }
  }

  /// `B: ability -0.42 ± 0.41 after 9 answers; the tier is not clear yet`; `nil` before the first answer.
  func words(_ section: SectionID) -> String? {
    guard let estimate else { return nil }
    let answers = counted(estimate.answered, "answer")
    let found =
      "\(section): ability \(decimalText(estimate.theta, decimals: 2)) ± "
      + "\(decimalText(estimate.standardError, decimals: 2)) after \(answers)"
    return found + "; " + (self.settled ?? "the tier is not clear yet")
  }

  private static func words(_ reason: AdaptiveStep.StopReason, band: (Int) -> BandID?) -> String {
    switch reason {
    case .clear(let clear):
      let level = plainText((clear.level * 1000).rounded() / 10)
      let interval = "\(decimalText(clear.low, decimals: 2)) to \(decimalText(clear.high, decimals: 2))"
      let name = band(clear.cutsBelow).map { "the tier is clear, \($0)" } ?? "the tier is clear"
      return "\(name): \(interval) at \(level)% holds no cut"
    case .precise(let error, let goal):
      return "precise enough: standard error \(decimalText(error, decimals: 2)), \(plainText(goal)) asked for"
    case .length(let asked, let most): return "\(asked) items asked, at most \(most)"
    case .littleLeft(let information, _):
      return "no item left says enough (information \(decimalText(information, decimals: 2)))"
    case .exhausted(let asked): return "all \(asked) items asked"
    }
  }
}
