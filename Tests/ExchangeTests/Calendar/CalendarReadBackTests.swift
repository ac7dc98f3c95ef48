// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Testing
import Vocabulary

/// Another program's reading of the calendar files.
@Suite(.enabled(if: CalendarReader.isAsked, "\(CalendarReader.isMissing)"))
struct CalendarReadBackTests {
  @Test func everyVisitOfAPersonIsReadBackAtItsTime() throws {
    let content = try SmallWeek().content()
    let calendars = VisitCalendar.all(
      [.init(content, stamp: Instant(microseconds: 1_795_788_309_000_000))], withBreaks: true)
    #expect(
      try CalendarReader.events(try #require(calendars.first).text) == [
        "v1.p1@rota.elsec.invalid|0|2026-11-30T10:00|2026-11-30T10:40|CONFIRMED|group, Ash & Elm <Nursery>|"
          + "Ash & Elm <Nursery>",
        "2026-11-30.p1@breaks.rota.elsec.invalid|0|2026-11-30T12:10|2026-11-30T12:40|CONFIRMED|break|",
        "v2.p1@rota.elsec.invalid|0|2026-11-30T13:00|2026-11-30T14:00|CONFIRMED|assess, Birch Primary School|"
          + "Birch Primary School",
      ]
    )
  }

  /// Nine in the morning on the days around both changes of the clock, and in the hours of the changes themselves.
  @Test(arguments: [
    ("2026-03-28", 540, "2026-03-28T09:00"), ("2026-03-29", 540, "2026-03-29T08:00"),
    ("2026-07-01", 540, "2026-07-01T08:00"), ("2026-10-24", 540, "2026-10-24T08:00"),
    ("2026-10-25", 540, "2026-10-25T09:00"), ("2026-03-29", 59, "2026-03-29T00:59"),
    ("2026-03-29", 120, "2026-03-29T01:00"), ("2026-10-25", 59, "2026-10-24T23:59"),
    ("2026-10-25", 120, "2026-10-25T02:00"), ("2027-03-29", 540, "2027-03-29T08:00"),
  ])
  func theClockChangesWhereItDoesInEngland(_ date: String, _ start: Int, _ utc: String) throws {
    let text = VisitCalendarTests.calendar([try VisitCalendarTests.event(date, start, minutes: 20)]).text
    let fields = try #require(try CalendarReader.events(text).first).split(separator: "|")
    #expect(fields[2] == utc)
  }

  @Test(arguments: [
    "Äbcdé 名前 \(String(repeating: "long, ", count: 40))", "A\r\nATTENDEE:x;y,z\\\u{7}\nB", "BEGIN:VEVENT", ":;,\"'\\n",
  ])
  func namesAreReadBackAsTheyWere(_ name: String) throws {
    let text = VisitCalendarTests.calendar([try VisitCalendarTests.event("2026-11-30", 555, place: name)]).text
    let script = """
      import sys, icalendar, json
      events = icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT")
      assert len(events) == 1 and "attendee" not in events[0]
      print(json.dumps(str(events[0]["location"])))
      """
    let read = try JSONDecoder().decode(String.self, from: Data(try CalendarReader.run(script, input: text).utf8))
    let plain = name.replacing("\r\n", with: "\n").replacing("\u{7}", with: "")
    #expect(read == plain)
  }
}
