// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The scores of a screener as steps, with the memo shared out among those that are derived.
struct PlanSteps {
  /// Memo slots over all scores; a table of 36 months by 21 points takes 756.
  static let mostSlots = 16_384

  private(set) var steps: [PlanStep] = []
  private(set) var parts: [Int] = []
  private(set) var slots = 0
  private let definition: ScreenerDefinition
  private let most: Int
  /// By score: the sum it comes from.
  private var roots: [Int] = []

  /// `nil` when the screener has points beyond a thousand million.
  init?(_ screener: PreparedScreener, texts: inout PlanTexts) {
    self.definition = screener.definition
    self.most = Self.mostSlots / max(1, screener.scores.count)
    for (index, score) in screener.scores.enumerated() {
      let name = score.name.rawValue
      switch score.kind {
      case .sum(let sections, nil, let missing):
        self.parts.append(contentsOf: sections)
        self.steps.append(
          .sum(
            PlanStep.Sum(
              parts: (self.parts.count - sections.count)..<self.parts.count, allow: missing.allow,
              prorates: missing.rule == .prorate,
              missing: texts.add(ScreeningFlag(.missing, name).description),
              prorated: texts.add(ScreeningFlag(.prorated, name).description))))
        self.roots.append(index)
        guard self.range(of: index) != nil else { return nil }
      case .add(let scores):
        self.parts.append(contentsOf: scores)
        self.steps.append(.add((self.parts.count - scores.count)..<self.parts.count))
        self.roots.append(index)
        guard self.range(of: index) != nil else { return nil }
      case .lms(let of, let byMonth, _):
        let formula = PlanFormula(.lms(byMonth.map { $0?.lms }))
        guard self.derive(of, formula, isNorm: true, name, &texts) else { return nil }
      case .scale(let of, let scale):
        let formula = PlanFormula(
          .scale(scale), below: scale.clip.map { "<\($0.lowest)" } ?? "",
          above: scale.clip.map { ">\($0.highest)" } ?? "")
        guard self.derive(of, formula, isNorm: false, name, &texts) else { return nil }
      case .percentile(let of, _, let rule, let below, let above):
        let formula = PlanFormula(.percentile(rule), below: below ?? "", above: above ?? "")
        guard self.derive(of, formula, isNorm: false, name, &texts) else { return nil }
      case .trueScore(let of, let metric, let rule, let critical):
        let formula = PlanFormula(.trueScore(metric, rule, critical: critical))
        guard self.derive(of, formula, isNorm: false, name, &texts) else { return nil }
      case .ageEquivalent(let of, let norms):
        let formula = PlanFormula(
          .ageEquivalent(norms), below: "<" + Self.years(norms.rows.first), above: ">" + Self.years(norms.rows.last))
        guard self.derive(of, formula, isNorm: true, name, &texts) else { return nil }
      case .reliableChange:
        self.steps.append(.never)
        self.roots.append(index)
      default: return nil
      }
    }
  }

  private func range(of score: Int) -> InclusiveRange? {
    guard let range = self.definition.attainablePoints(self.definition.scores[score].name),
      range.lowest > -1_000_000_000, range.highest < 1_000_000_000
    else { return nil }
    return range
  }

  private mutating func derive(
    _ of: Int, _ formula: PlanFormula, isNorm: Bool, _ name: String, _ texts: inout PlanTexts
  ) -> Bool {
    guard self.roots.indices.contains(of), let range = self.range(of: self.roots[of]) else { return false }
    let months = self.definition.age.range
    let span = range.highest - range.lowest + 1
    var slots = 1
    while slots * 2 <= self.most, slots < span * (months.highest - months.lowest + 1) { slots *= 2 }
    self.steps.append(
      .derived(
        PlanStep.Derived(
          of: of, root: self.roots[of], isNorm: isNorm, formula: formula,
          clipped: texts.add(ScreeningFlag(.clipped, name).description), slots: self.slots, mask: slots - 1,
          stride: span, lowest: range.lowest)))
    self.slots += slots
    self.roots.append(self.roots[of])
    return true
  }

  /// An age as record forms print it: `3;00`.
  private static func years(_ row: NormTable.Row?) -> String {
    let months = row.flatMap { Rounding.halfUp($0.ageMonths) } ?? 0
    return "\(months / 12);\(padded(months % 12, to: 2))"
  }
}
