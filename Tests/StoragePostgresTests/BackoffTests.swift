// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import StoragePostgres

@Suite struct BackoffTests {
  /// Always the largest number, so that each wait is the longest it can be.
  private struct Largest: RandomNumberGenerator {
    mutating func next() -> UInt64 { .max }
  }

  @Test func theLongestWaitDoublesUpToTwoSeconds() {
    var (backoff, random) = (Backoff(), Largest())
    let waits = (0..<8).map { _ in backoff.next(using: &random) }
    #expect(waits == [50, 100, 200, 400, 800, 1_600, 2_000, 2_000])
    backoff.reset()
    #expect(backoff.next(using: &random) == 50)
  }

  @Test func waitsAreSpreadFromNothingToTheLongest() {
    var (backoff, random) = (Backoff(), SystemRandomNumberGenerator())
    for _ in 0..<10 { _ = backoff.next(using: &random) }
    let waits = (0..<1_000).map { _ in backoff.next(using: &random) }
    #expect(waits.allSatisfy { (0...Backoff.longest).contains($0) })
    // Each half comes up 500 times of 1,000, give or take 16.
    #expect((300...700).contains(waits.count { $0 < Backoff.longest / 2 }))
  }
}
