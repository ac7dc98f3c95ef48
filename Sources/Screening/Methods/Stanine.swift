// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Standard nines: 9 steps of half a standard deviation with a mean of 5 and open ends, ⌊2z + 5.5⌋ kept within
/// 1 to 9. The steps lie at z = −1.75, −1.25 … 1.75.
///
/// - SeeAlso: A. Anastasi, S. Urbina, "Psychological Testing", 7th ed. (1997), chapter 3: the stanine scale, with 4, 7,
///   12, 17, 20, 17, 12, 7 and 4 % of a normal population.
public enum Stanine {
  /// `nil` for a z that is not finite.
  public static func stanine(ofZ z: Double) -> Int? {
    guard z.isFinite else { return nil }
    return Int(min(max((2 * z + 5.5).rounded(.down), 1), 9))
  }
}
