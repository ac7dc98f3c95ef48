// SPDX-License-Identifier: Apache-2.0

/// One score of a result, under the name the definition gives it.
public struct NamedScore: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    /// Whole points, or a scaled score rounded to a whole number.
    case points(Int)
    case real(Double)
    case interval(low: Double, high: Double)
    /// A name: the section that a route ended at, the path it took.
    case text(String)
    /// There is no score: too much is missing, the norms do not apply, or one screening is not enough.
    case absent
  }

  public let name: ScoreName
  public let value: Value
  /// How many decimals are printed of a real number or an interval.
  let decimals: Int
  /// Printed in place of the number when it lies beyond what is reported: `<1`, `>99`, `<55`, `<3;00`.
  let beyond: String?
  /// Of an ability, on its own scale.
  let standardError: Double?

  init(
    _ name: ScoreName,
    _ value: Value,
    decimals: Int = 0,
    beyond: String? = nil,
    standardError: Double? = nil
  ) {
    self.standardError = standardError
    self.name = name
    self.value = value
    self.decimals = decimals
    self.beyond = beyond
  }

  /// As printed for people: `11`, `-0.8352`, `20.2`, `81.1-95.2`, `<1`; empty when absent.
  public var text: String {
    if let beyond = self.beyond { return beyond }
    switch self.value {
    case .points(let points): return "\(points)"
    case .real(let real): return decimalText(real, decimals: self.decimals)
    case .interval(let low, let high):
      let join = low < 0 || high < 0 ? " to " : "-"
      return decimalText(low, decimals: self.decimals) + join + decimalText(high, decimals: self.decimals)
    case .text(let text): return text
    case .absent: return ""
    }
  }

  /// The one number of the score, unrounded; `nil` for an interval, a text and where there is none.
  public var number: Double? {
    switch self.value {
    case .points(let points): Double(points)
    case .real(let real): real
    case .interval, .text, .absent: nil
    }
  }
}
