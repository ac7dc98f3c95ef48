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
      stamp: Instant(microseconds: 1_795_788_309_000_000),
      sequence: 2,
      events: events
    )
  }

  static func event(
    _ date: String,
    _ start: Int,
    minutes: Int = 40,
    place: String = "Alder Primary School",
    with others: [String] = [],
    cancelled: Bool = false
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
      isCancelled: cancelled
    )
  }

  @Test func anEventIsWrittenAsTheStandardSays() throws {
    let text = Self.calendar([try Self.event("2026-11-30", 555, with: ["Ben"])]).text
    let expected = """
      BEGIN:VEVENT
      UID:v1.p1@rota.elsec.invalid
      DTSTAMP:20261127T140509Z
      SEQUENCE:2
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

  @Test func aCancelledVisitSaysSo() throws {
    #expect(
      Self.calendar([try Self.event("2026-11-30", 555, cancelled: true)]).text.contains(
        "\r\nSTATUS:CANCELLED\r\n"
      )
    )
  }

  @Test func aVisitPastMidnightEndsOnTheNextDay() throws {
    let text = Self.calendar([try Self.event("2026-12-31", 1_430, minutes: 20)]).text
    #expect(text.contains("DTEND;TZID=Europe/London:20270101T001000\r\n"))
  }

  @Test func aPersonsVisitsComeFromTheRota() throws {
    let content = try SmallWeek().content()
    let stamp = Instant(microseconds: 0)
    let calendar = try #require(VisitCalendar(of: StaffID("p2"), in: content, stamp: stamp, sequence: 0))
    #expect(calendar.events.map(\.visit) == [VisitID("v2")])
    #expect(calendar.events.first?.with == ["Asha \"A\" O'Neil"])
    #expect(calendar.name == "Ben, 2026-W49")
    #expect(VisitCalendar(of: StaffID("p9"), in: content, stamp: stamp, sequence: 0) == nil)
  }

  /// Another program's reading of the file, where Python has the `icalendar` package.
  @Test(.enabled(if: Python.hasCalendars)) func anotherProgramReadsTheSame() throws {
    let text = Self.calendar([try Self.event("2026-11-30", 555), try Self.event("2026-07-01", 600)]).text
    let script = """
      import sys, icalendar
      for event in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT'):
        print(event['dtstart'].dt.isoformat(), event['dtend'].dt - event['dtstart'].dt, event['summary'])
      """
    #expect(
      try Python.run(script, input: text) == """
        2026-11-30T09:15:00+00:00 0:40:00 group, Alder Primary School
        2026-07-01T10:00:00+01:00 0:40:00 group, Alder Primary School

        """
    )
  }
}

enum Python {
  static let hasCalendars = (try? Self.run("import icalendar; print('yes')", input: "")) == "yes\n"

  static func run(_ script: String, input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (given, printed) = (Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = printed
    process.standardError = FileHandle.nullDevice
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    let output = printed.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
