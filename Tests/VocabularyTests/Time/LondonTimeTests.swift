// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct LondonTimeTests {
  @Test(arguments: [
    ("2026-01-15T09:15:00.000000Z", "2026-01-15 09:15"), ("2026-07-01T08:15:00.000000Z", "2026-07-01 09:15"),
    ("2026-03-29T00:59:59.999999Z", "2026-03-29 00:59"), ("2026-03-29T01:00:00.000000Z", "2026-03-29 02:00"),
    ("2026-10-25T00:59:00.000000Z", "2026-10-25 01:59"), ("2026-10-25T01:00:00.000000Z", "2026-10-25 01:00"),
    ("2026-06-30T23:30:00.000000Z", "2026-07-01 00:30"), ("1969-07-20T20:17:40.000000Z", "1969-07-20 21:17"),
  ])
  func theWallClockIsAnHourAheadInSummer(_ utc: String, _ london: String) throws {
    #expect(LondonTime(try #require(Instant(utc))).description == london)
  }
}
