// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct TimeOfDayTests {
  @Test func everyMinuteComesBack() {
    for minute in 0..<1440 {
      let time = TimeOfDay(minute: minute)
      #expect(time.flatMap { TimeOfDay($0.description) } == time)
      #expect(time?.minute == minute)
    }
  }

  @Test(arguments: ["24:00", "09:60", "9:15", "09.15", "09:15:00", "-1:15", "+9:15", "", "０９:15"])
  func whatIsNotATimeIsRefused(_ text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func minutesOutsideTheDayAreRefused() {
    #expect(TimeOfDay(minute: -1) == nil)
    #expect(TimeOfDay(minute: 1440) == nil)
    #expect(TimeOfDay(hour: 24, minute: 0) == nil)
    #expect(TimeOfDay(hour: 9, minute: 15)?.description == "09:15")
  }
}
