// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Calibrated items: what each answer says about ability.
///
/// A bank is made with or without flaws, so that a definition's mistake can be reported with its item; nothing is
/// estimated from a bank that has ``problems``.
///
/// - SeeAlso: G. Rasch, "Probabilistic Models for Some Intelligence and Attainment Tests", 1960; A. Birnbaum in
///   F. Lord, M. Novick, "Statistical Theories of Mental Test Scores", 1968, ch. 17; F. Samejima, "Estimation of
///   latent ability using a response pattern of graded scores", Psychometrika Monograph 17, 1969.
public struct ItemBank: Hashable, Sendable {
  /// The raw value is how a definition writes it.
  public enum Model: String, Hashable, Sendable, CaseIterable {
    /// Two categories, every discrimination 1.
    case rasch
    /// Two categories.
    case twoParameter = "2pl"
    /// Two categories or more, in order.
    case graded = "grm"
  }

  public let model: Model
  /// D, by which every discrimination is multiplied: 1 on the logistic scale, 1.702 near the normal one.
  public let scaling: Double
  /// In the bank's order, which is also the order of responses.
  public let items: [BankItem]
  /// One for each item, D already in the slope.
  public let curves: [ItemCurve]
  /// What is wrong, first the bank's own flaws, then item by item; empty for a bank to be used.
  public let problems: [ItemBankProblem]

  public init(model: Model, scaling: Double = 1, items: [BankItem]) {
    self.model = model
    self.scaling = scaling
    self.items = items
    self.curves = items.map { ItemCurve(slope: scaling * $0.discrimination, thresholds: $0.thresholds) }
    self.problems = ItemBankProblem.all(model: model, scaling: scaling, items: items)
  }

  /// Where `code` stands in ``items``. O(items).
  public func position(of code: ItemCode) -> Int? { self.items.firstIndex { $0.code == code } }

  /// What all items together say about ability at `theta`: the sum of their informations.
  public func information(at theta: Double) -> Double {
    self.curves.reduce(0) { $0 + $1.information(at: theta) }
  }
}
