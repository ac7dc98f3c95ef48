// SPDX-License-Identifier: Apache-2.0

/// How long to wait before the next try to reach a server: between nothing and twice the wait before, from 50
/// milliseconds up to 2 seconds ("full jitter", so that many clients do not come back at one moment). The longest is
/// short, as it is how long a server that is back goes unnoticed.
struct Backoff {
  static let longest = 2_000
  private(set) var ceiling = 50

  /// Milliseconds to wait now; the next wait may be twice as long.
  mutating func next(using random: inout some RandomNumberGenerator) -> Int {
    defer { self.ceiling = min(Self.longest, self.ceiling * 2) }
    return Int.random(in: 0...self.ceiling, using: &random)
  }

  mutating func reset() { self.ceiling = 50 }
}
