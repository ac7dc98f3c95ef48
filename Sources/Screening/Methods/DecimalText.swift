// SPDX-License-Identifier: Apache-2.0

import Glibc
import Vocabulary

/// `value` with a fixed number of decimals and a point: `-0.8352`, `20.2`. Halves round away from zero;
/// `-0.0` is never written. Empty for a value that is not finite or is 10¹² or more.
func decimalText(_ value: Double, decimals: Int) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "" }
  let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  let units = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
  let sign = value < 0 && units > 0 ? "-" : ""
  guard decimals > 0 else { return "\(sign)\(units)" }
  return "\(sign)\(units / scale).\(padded(units % scale, to: decimals))"
}

/// The shortest way to write `value`, without a trailing `.0`.
func plainText(_ value: Double) -> String {
  Int(exactly: value).map(String.init) ?? "\(value)"
}
