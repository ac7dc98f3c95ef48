// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Rounding as scoring sheets mean it: a half goes up, also below zero (−0.5 becomes 0).
public enum Rounding {
  /// `nil` when the value is not a number an `Int` can hold.
  ///
  /// Not ⌊x + ½⌋: that takes 0.49999999999999994 to 1.
  public static func halfUp(_ value: Double) -> Int? {
    let down = value.rounded(.down)
    return Int(exactly: value - down >= 0.5 ? down + 1 : down)
  }

  /// `numerator / denominator`, half up, without leaving the whole numbers. `denominator` is above 0.
  static func halfUp(_ numerator: Int, over denominator: Int) -> Int {
    let remainder = numerator % denominator
    let down = remainder < 0 ? numerator / denominator - 1 : numerator / denominator
    let rest = remainder < 0 ? remainder + denominator : remainder
    return rest >= denominator - rest ? down + 1 : down
  }
}
