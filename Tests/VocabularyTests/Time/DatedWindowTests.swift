// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct DatedWindowTests {
  @Test func aWindowComesBackFromItsText() throws {
    let window = try DatedWindow(validating: "2026-11-30 09:00-11:45")
    #expect(window.text == "2026-11-30 09:00-11:45")
    #expect(window.minutes == 165)
    #expect(window.date.weekday == 1)
  }

  @Test(arguments: [
    "2026-11-30", "2026-11-30 09:00", "2026-11-30 11:45-09:00", "2026-11-31 09:00-11:45", "09:00-11:45", "",
    "2026-11-30  09:00-11:45",
  ])
  func whatIsNotAWindowIsRefused(_ text: String) {
    #expect(DatedWindow(text) == nil)
  }
}
