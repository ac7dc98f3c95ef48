// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One flaw of an item bank.
public struct ItemBankProblem: Hashable, Sendable {
  /// The raw value is API: sentences may improve.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case noItems = "no-items"
    case scaling
    case twice
    case discrimination
    case notRasch = "not-rasch"
    case thresholdCount = "threshold-count"
    case threshold
    case thresholdOrder = "threshold-order"
  }

  public let reason: Reason
  /// The item's place in the bank; `nil` when the bank as a whole is at fault.
  public let position: Int?
  public let item: ItemCode?
  /// The values that break the rule.
  public let message: String
  /// What to change.
  public let remedy: String

  /// Slopes that a calibration can give. Narrower than what can be computed with, so that a misplaced decimal
  /// point is found.
  public static let discriminations = 0.01...100.0
  /// Abilities that a threshold can lie at, and that can be estimated.
  public static let abilities = -100.0...100.0
  /// Two thresholds of one item lie at least this far apart.
  public static let leastStep = 1e-6

  /// O(items).
  static func all(model: ItemBank.Model, scaling: Double, items: [BankItem]) -> [ItemBankProblem] {
    var problems: [ItemBankProblem] = []
    if items.isEmpty {
      problems.append(.init(.noItems, "the bank has no items", remedy: "add the calibrated items"))
    }
    if !Self.discriminations.contains(scaling) {
      problems.append(
        .init(
          .scaling, "the scaling constant is \(plainText(scaling))",
          remedy: "write 1 for the logistic scale or 1.702 for the normal one"))
    }
    var seen: Set<ItemCode> = []
    for (position, item) in items.enumerated() {
      let repeated = !seen.insert(item.code).inserted
      for (reason, message, remedy) in Self.flaws(of: item, model: model, repeated: repeated) {
        problems.append(.init(reason, message, remedy: remedy, position: position, item: item.code))
      }
    }
    return problems
  }

  private init(
    _ reason: Reason, _ message: String, remedy: String, position: Int? = nil, item: ItemCode? = nil
  ) {
    self.reason = reason
    self.position = position
    self.item = item
    self.message = message
    self.remedy = remedy
  }

  private static func flaws(
    of item: BankItem, model: ItemBank.Model, repeated: Bool
  ) -> [(Reason, message: String, remedy: String)] {
    var flaws: [(Reason, message: String, remedy: String)] = []
    if repeated { flaws.append((.twice, "\(item.code) stands twice in the bank", "keep one line for an item")) }
    let a = item.discrimination
    if !Self.discriminations.contains(a) {
      let message = "the discrimination of \(item.code) is \(plainText(a))"
      flaws.append((.discrimination, message, "write a number from 0.01 to 100"))
    } else if model == .rasch, a != 1 {
      let message = "the discrimination of \(item.code) is \(plainText(a)); in a Rasch bank it is 1"
      flaws.append((.notRasch, message, "write 1, or make the bank 2pl"))
    }
    let count = item.thresholds.count
    if model == .graded ? count == 0 : count != 1 {
      let message = "\(item.code) has \(count) thresholds"
      flaws.append(
        (.thresholdCount, message, model == .graded ? "write at least one" : "write one, or make the bank grm"))
    }
    for b in item.thresholds where !Self.abilities.contains(b) {
      flaws.append((.threshold, "\(item.code) has the threshold \(plainText(b))", "write a number from -100 to 100"))
    }
    for (lower, higher) in zip(item.thresholds, item.thresholds.dropFirst()) where !(higher - lower >= Self.leastStep) {
      let message = "the thresholds of \(item.code) do not rise from \(plainText(lower)) to \(plainText(higher))"
      flaws.append(
        (.thresholdOrder, message, "write them in ascending order; join categories that nobody falls between"))
    }
    return flaws
  }
}
