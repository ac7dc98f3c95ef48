// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct SeededGeneratorTests {
  /// The published vector of SplitMix64 for the seed 1234567.
  @Test func thePublishedSequenceComesOut() {
    var random = SeededGenerator(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func numbersStayBelowTheirBoundAndReachEveryValue(_ bound: Int) {
    var random = SeededGenerator(seed: 9)
    var seen: Set<Int> = []
    for _ in 0..<(bound * 20) { seen.insert(random.below(bound)) }
    #expect(seen.allSatisfy((0..<bound).contains))
    #expect(bound > 10 || seen.count == bound)
  }

  @Test func theUnitIntervalIsHalfOpen() {
    var random = SeededGenerator(seed: 3)
    var sum = 0.0
    for _ in 0..<10_000 {
      let value = random.unit()
      #expect((0..<1).contains(value))
      sum += value
    }
    #expect(abs(sum / 10_000 - 0.5) < 0.02)
  }
}
