// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct WeekTimesTests {
  @Test(arguments: [
    ("08:45-11:45;12:45-15:15", "08:45-11:45;12:45-15:15", 10),
    ("Mon,Thu 09:00-12:00", "Mon,Thu 09:00-12:00", 2),
    ("Mon-Wed 09:00-15:00;Fri 09:00-12:00", "Fri 09:00-12:00;Mon,Tue,Wed 09:00-15:00", 4),
    ("Mon-Fri 09:00-12:00", "09:00-12:00", 5), ("Sat 10:00-11:00", "Sat 10:00-11:00", 1),
    ("Thu,Mon 09:00-12:00", "Mon,Thu 09:00-12:00", 2),
    ("12:45-15:15;08:45-11:45", "08:45-11:45;12:45-15:15", 10),
  ])
  func timesHaveOneForm(_ typed: String, _ text: String, _ count: Int) throws {
    let times = try WeekTimes(validating: typed)
    #expect(times.text == text)
    #expect(times.spans.count == count)
    #expect(WeekTimes(text) == times)
  }

  @Test(arguments: [
    "", ";", "09:00", "12:00-09:00", "09:00-09:00", "mon 09:00-12:00", "Wed-Mon 09:00-12:00",
    "Mon, 09:00-12:00",
    "09:00-12:00;", "9:00-12:00", "Mon Tue 09:00-12:00", "-", " ",
  ])
  func whatIsNotAStretchIsRefused(_ typed: String) {
    #expect(WeekTimes(typed) == nil)
  }

  @Test func stretchesOfOneDayMayTouchButNotOverlap() {
    #expect(WeekTimes("09:00-10:00;10:00-11:00") != nil)
    let fault = #expect(throws: Fault.self) { try WeekTimes(validating: "09:00-12:00;Tue 11:00-13:00") }
    #expect(fault?.message == "two stretches on Tue overlap at 11:00")
  }

  @Test func aDayKnowsItsStretches() throws {
    let times = try WeekTimes(validating: "Mon 13:00-15:00;09:00-12:00")
    #expect(times.spans(on: 1).map(\.start.description) == ["09:00", "13:00"])
    #expect(times.spans(on: 2).map(\.start.description) == ["09:00"])
    #expect(times.spans(on: 6).isEmpty)
  }
}
