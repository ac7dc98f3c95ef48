// SPDX-License-Identifier: Apache-2.0

/// When an adaptive test ends. A rule that is `nil` never ends it; it always ends when the bank is used up.
///
/// - SeeAlso: D. Magis, J. R. Barrada, "Computerized adaptive testing with R: recent updates of the package catR",
///   Journal of Statistical Software 76 (2017) Code Snippet 1, for the rules length, precision, classification and
///   minimum information.
public struct AdaptiveStop: Hashable, Sendable {
  /// Ends it once the standard error is no greater.
  public var standardError: Double?
  /// Ends it once so many items were asked, answered or not.
  public var most: Int?
  /// Before so many are answered only ``most`` and the end of the bank end it.
  public var least: Int
  /// Ends it once no item still to be asked has more information than this at the estimate.
  public var information: Double?
  /// Ends it once θ ± z·SE at this level, two-sided, holds none of ``cuts``.
  public var clear: Double?
  /// Ascending abilities that part one tier from the next. A cut belongs to the tier above it.
  public var cuts: [Double]

  public init(
    standardError: Double? = nil, most: Int? = nil, least: Int = 1, information: Double? = nil,
    clear: Double? = nil, cuts: [Double] = []
  ) {
    self.standardError = standardError
    self.most = most
    self.least = least
    self.information = information
    self.clear = clear
    self.cuts = cuts
  }

  /// What is wrong, in sentences.
  public var problems: [String] {
    var problems: [String] = []
    if let se = self.standardError, !(se > 0 && se.isFinite) {
      problems.append("the test stops at a standard error of \(plainText(se)); it is above 0")
    }
    if self.least < 1 { problems.append("at least \(self.least) items are asked; it is 1 or more") }
    if let most = self.most, most < max(1, self.least) {
      problems.append("at most \(most) items are asked and at least \(self.least)")
    }
    if let information = self.information, !(information >= 0 && information.isFinite) {
      problems.append("the test stops at an information of \(plainText(information)); it is 0 or above")
    }
    if let clear = self.clear {
      if !(clear > 0 && clear < 1) {
        problems.append("the tier is clear at a level of \(plainText(clear)); it lies between 0 and 1")
      }
      if self.cuts.isEmpty { problems.append("the test stops when the tier is clear, and has no cuts") }
    }
    for cut in self.cuts where !ItemBankProblem.abilities.contains(cut) {
      problems.append("a cut lies at ability \(plainText(cut)); it lies within ±100")
    }
    for (lower, higher) in zip(self.cuts, self.cuts.dropFirst()) where !(lower < higher) {
      problems.append("the cuts do not rise from \(plainText(lower)) to \(plainText(higher))")
    }
    return problems
  }
}
