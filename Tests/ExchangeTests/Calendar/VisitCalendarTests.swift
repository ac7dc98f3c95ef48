// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Testing
import Vocabulary

struct VisitCalendarTests {
  static func calendar(_ events: [VisitCalendar.Event], name: String = "Asha, 2026-W49") -> VisitCalendar {
    // 2026-11-27T14:05:09Z
    VisitCalendar(
      staff: StaffID("p1"),
      name: name,
      organizer: "Wren \"&\" Moor",
      stamp: Instant(microseconds: 1_795_788_309_000_000),
      events: events
    )
  }

  static func event(
    _ date: String,
    _ start: Int,
    minutes: Int = 40,
    place: String = "Alder Primary School",
    with others: [String] = [],
    cancelled: Bool = false,
    sequence: Int = 0
  ) throws -> VisitCalendar.Event {
    VisitCalendar.Event(
      visit: VisitID("v1"),
      date: try #require(CivilDate(date)),
      start: start,
      minutes: minutes,
      kind: "group",
      place: place,
      coordinate: Coordinate(latitude: 55.1, longitude: -2.45),
      with: others,
      isCancelled: cancelled,
      sequence: sequence
    )
  }

  @Test func anEventIsWrittenAsTheStandardSays() throws {
    let text = Self.calendar([try Self.event("2026-11-30", 555, with: ["Ben"], sequence: 2)]).text
    let expected = """
      BEGIN:VEVENT
      UID:v1.p1@rota.elsec.invalid
      DTSTAMP:20261127T140509Z
      LAST-MODIFIED:20261127T140509Z
      SEQUENCE:2
      ORGANIZER;CN="Wren & Moor":invalid:nomail
      DTSTART;TZID=Europe/London:20261130T091500
      DTEND;TZID=Europe/London:20261130T095500
      SUMMARY:group\\, Alder Primary School
      LOCATION:Alder Primary School
      GEO:55.100000;-2.450000
      DESCRIPTION:40 minutes\\nwith Ben
      STATUS:CONFIRMED
      END:VEVENT
      END:VCALENDAR

      """
    #expect(text.hasSuffix(expected.replacingOccurrences(of: "\n", with: "\r\n")))
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
    #expect(text.contains("X-WR-CALNAME:Asha\\, 2026-W49\r\n"))
  }

  @Test func theTimeZoneTurnsOnTheLastSundays() {
    let text = Self.calendar([]).text
    #expect(
      text.contains(
        "BEGIN:DAYLIGHT\r\nTZNAME:BST\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n"
          + "DTSTART:19960331T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
      )
    )
    #expect(
      text.contains(
        "BEGIN:STANDARD\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n"
          + "DTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
      )
    )
  }

  @Test func noLineIsLongerThanSeventyFiveOctets() throws {
    let place = String(repeating: "Äbcdé 名前 ", count: 30)
    let text = Self.calendar([try Self.event("2026-11-30", 555, place: place)]).text
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains { $0.utf8.count > 70 })
    let unfolded = text.replacingOccurrences(of: "\r\n ", with: "")
    #expect(unfolded.contains("LOCATION:\(place)\r\n"))
  }

  @Test func whatAPersonTypedCannotAddALine() throws {
    let place = "A\r\nATTENDEE:x;y,z\\\u{7}\nB"
    let text = Self.calendar([try Self.event("2026-11-30", 555, place: place)]).text
    #expect(text.contains("\r\nLOCATION:A\\nATTENDEE:x\\;y\\,z\\\\\\nB\r\n"))
    #expect(!text.contains("\r\nATTENDEE"))
  }

  @Test func idsOfAnyKindMakeDifferentUIDs() throws {
    func uid(_ visit: String) throws -> String {
      let event = VisitCalendar.Event(
        visit: VisitID(visit),
        date: try #require(CivilDate("2026-11-30")),
        start: 600,
        minutes: 30,
        kind: "",
        place: "A"
      )
      let text = Self.calendar([event]).text
      let line = try #require(text.components(separatedBy: "\r\n").first { $0.hasPrefix("UID:") })
      return line
    }
    #expect(try uid("a b") == "UID:a=20b.p1@rota.elsec.invalid")
    #expect(try uid("a\r\nX:1") == "UID:a=0d=0aX=3a1.p1@rota.elsec.invalid")
    #expect(try uid("a=20b") == "UID:a=3d20b.p1@rota.elsec.invalid")
  }

  @Test func thePersonsIdEndsAtTheLastFullStop() throws {
    func uid(_ visit: String, _ staff: String) throws -> Substring? {
      let event = VisitCalendar.Event(
        visit: VisitID(visit),
        date: try #require(CivilDate("2026-11-30")),
        start: 600,
        minutes: 30,
        kind: "",
        place: "A"
      )
      let calendar = VisitCalendar(
        staff: StaffID(staff), name: "", organizer: "", stamp: Instant(microseconds: 0), events: [event])
      return calendar.text.firstMatch(of: /UID:([^\r]*)/)?.1
    }
    #expect(try uid("a.b", "c") == "a.b.c@rota.elsec.invalid")
    #expect(try uid("a", "b.c") == "a.b=2ec@rota.elsec.invalid")
  }

  @Test func aCancelledVisitSaysSo() throws {
    let text = Self.calendar([try Self.event("2026-11-30", 555, cancelled: true)]).text
    #expect(text.contains("\r\nSTATUS:CANCELLED\r\n"))
    #expect(text.contains("\r\nSUMMARY:Cancelled: group\\, Alder Primary School\r\n"))
  }

  @Test func aBreakHasNoPlace() throws {
    let day = try #require(CivilDate("2026-11-30"))
    let text = Self.calendar([.init(breakOn: day, start: 720, minutes: 30)]).text
    #expect(text.contains("\r\nUID:2026-11-30.p1@breaks.rota.elsec.invalid\r\n"))
    #expect(text.contains("\r\nSUMMARY:break\r\n"))
    #expect(!text.contains("LOCATION") && !text.contains("GEO"))
  }

  @Test func aVisitPastMidnightEndsOnTheNextDay() throws {
    let text = Self.calendar([try Self.event("2026-12-31", 1_430, minutes: 20)]).text
    #expect(text.contains("DTEND;TZID=Europe/London:20270101T001000\r\n"))
  }
}
