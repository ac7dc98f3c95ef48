// SPDX-License-Identifier: Apache-2.0

/// A small random generator that gives the same numbers for the same seed on every machine.
///
/// Not for secrets. SplitMix64: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { self.state = seed }

  @inlinable
  public mutating func next() -> UInt64 { self.advance() }

  @usableFromInline
  mutating func advance() -> UInt64 {
    self.state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = self.state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number in `0..<bound`, by Lemire's multiply-shift (the bias is below 2⁻³² for bounds under 2³²).
  ///
  /// - Precondition: `bound` is positive.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a random number below \(bound) was asked for")
    return Int(self.advance().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in `0..<1` with 53 random bits.
  public mutating func unit() -> Double { Double(self.advance() >> 11) * 0x1p-53 }
}
