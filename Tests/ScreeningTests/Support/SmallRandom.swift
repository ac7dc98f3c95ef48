// SPDX-License-Identifier: Apache-2.0

/// Whole numbers that look random and are the same for the same seed (Knuth's multiplier, the high bits).
struct SmallRandom {
  private var state: UInt64

  init(seed: UInt64) { self.state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// 0..<limit.
  mutating func below(_ limit: Int) -> Int {
    self.state = self.state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((self.state >> 33) % UInt64(limit))
  }
}
