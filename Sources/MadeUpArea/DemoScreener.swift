// SPDX-License-Identifier: Apache-2.0

import Glibc
import Vocabulary

/// The shape of the screener `elsec.open-demo` 1.2: its synthetic norms and its rules of administration.
/// A copy of the facts, so that made-up answers come out in the bands they are made for.
enum DemoScreener {
  /// Age in months and L, M, S of the raw total.
  private static let norms: [(age: Double, l: Double, m: Double, s: Double)] = [
    (36, 1.10, 9.0, 0.300), (42, 1.05, 11.2, 0.270), (48, 1.00, 13.1, 0.240), (54, 0.95, 14.7, 0.215),
    (60, 0.90, 16.0, 0.195), (66, 0.85, 17.0, 0.180), (72, 0.80, 17.8, 0.170),
  ]

  /// The raw total, 0 to 20, that stands `z` standard deviations from the mean at an age in months.
  static func rawTotal(z: Double, months: Int) -> Int {
    let age = min(72, max(36, Double(months)))
    let upper = max(1, Self.norms.firstIndex { $0.age >= age } ?? Self.norms.count - 1)
    let (low, high) = (Self.norms[upper - 1], Self.norms[upper])
    let share = (age - low.age) / (high.age - low.age)
    let l = low.l + share * (high.l - low.l)
    let m = low.m + share * (high.m - low.m)
    let s = low.s + share * (high.s - low.s)
    let inner = 1 + l * s * z
    let raw = inner <= 0 ? 0 : m * pow(inner, 1 / l)
    return min(20, max(0, Int(raw + 0.5)))
  }

  /// What is asked and what it comes to, for a child who would get the understanding items right as given.
  ///
  /// From U1 under 48 months, from U3 after; two right in a row from the start, else back one item at a
  /// time until two in a row are right; what lies below counts as right; three wrong in a row, in the order
  /// of the items, end the section. `nil` when items beyond such a row have been asked on the way.
  static func administer(_ right: [Bool], months: Int) -> (asked: Range<Int>, points: Int)? {
    let start = months < 48 ? 0 : 2
    var first = start
    if start > 0, !(right[start] && right[start + 1]) {
      first = start - 1
      while first > 0, !(right[first] && right[first + 1]) { first -= 1 }
    }
    var (end, wrong) = (first, 0)
    while end < right.count, wrong < 3 {
      wrong = right[end] ? 0 : wrong + 1
      end += 1
    }
    guard end >= min(start + 2, right.count) || wrong < 3 else { return nil }
    return (first..<end, first + (first..<end).filter { right[$0] }.count)
  }
}
