// SPDX-License-Identifier: Apache-2.0

/// The age at which half the norm population reaches a sum.
public enum AgeEquivalent: Hashable, Sendable {
  /// Months, on a straight line between the two rows whose medians hold the sum.
  case months(Double)
  /// Below the first row's median; the months are that row's age.
  case below(months: Double)
  /// Above the last row's median; the months are that row's age.
  case above(months: Double)

  /// `nil` for an empty table. Medians rise with age in a sound one; with equal medians the youngest age
  /// counts.
  public init?(of sum: Double, in norms: NormTable) {
    guard let first = norms.rows.first, let last = norms.rows.last else { return nil }
    guard sum >= first.m else {
      self = .below(months: first.ageMonths)
      return
    }
    guard let index = norms.rows.firstIndex(where: { $0.m >= sum }) else {
      self = .above(months: last.ageMonths)
      return
    }
    let upper = norms.rows[index]
    guard index > 0, upper.m > sum else {
      self = .months(upper.ageMonths)
      return
    }
    let lower = norms.rows[index - 1]
    self = .months(
      lower.ageMonths + (upper.ageMonths - lower.ageMonths) * (sum - lower.m) / (upper.m - lower.m)
    )
  }
}
