// SPDX-License-Identifier: Apache-2.0

/// Whether both are the same but for a share of `b` itself, however small it is.
func isCloseInProportion(_ a: Double?, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
  guard let a else { return false }
  return abs(a - b) <= tolerance * abs(b)
}
