// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct InstantTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
    (1_796_030_100_000_001, "2026-11-30T09:15:00.000001Z"),
  ])
  func anInstantIsWrittenInUTC(_ microseconds: Int, _ text: String) {
    #expect(Instant(microseconds: microseconds).description == text)
    #expect(Instant(text)?.microseconds == microseconds)
  }

  @Test func sampledInstantsComeBack() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let instant = Instant(microseconds: random.below(8_000_000_000_000_000) - 4_000_000_000_000_000)
      #expect(Instant(instant.description) == instant)
      #expect(instant.description.hasPrefix(instant.date.description))
    }
  }

  @Test(arguments: [
    "2026-11-30T09:15:00Z", "2026-11-30 09:15:00.000000Z", "2026-11-30T09:15:60.000000Z",
    "2026-11-30T24:15:00.000000Z", "2026-02-30T09:15:00.000000Z", "2026-11-30T09:15:00.000000+",
    "2026-11-30T09:15:00.+12345Z", "2026-11-30T09:15:+5.000000Z", "2026-11-30T09-15:00.000000Z", "",
  ])
  func whatIsNotAnInstantIsRefused(_ text: String) {
    #expect(Instant(text) == nil)
  }
}
