// SPDX-License-Identifier: Apache-2.0

import Exchange
import Scheduling
import Testing
import Vocabulary

@Suite struct RotaProblemFileTests {
  /// The example of the format's description, all keys in use.
  static let example = """
    {
      "format": "elsec-rota/1",
      "name": "telford-week-1",
      "horizon": {"start": "2026-11-30", "days": 5, "step": 5},
      "places": [{"id": "base", "name": "Team base", "lat": 52.67, "lon": -2.44, "rooms": 99},
                 {"id": "s1", "name": "A nursery", "lat": 52.70, "lon": -2.50, "phase": "primary"}],
      "travel": {"minutes": [[0, 12], [13, 0]]},
      "staff": [{"id": "p1", "name": "Practitioner 1", "role": "practitioner",
                 "skills": ["screen", "group"],
                 "shifts": [{"day": 0, "start": "08:30", "end": "24:00", "from": "base", "to": "s1"}],
                 "week_minutes": 2220, "contact_minutes": 300,
                 "break": {"minutes": 30, "earliest": "11:30", "latest": "13:45", "shift_over": 360}}],
      "visits": [{"id": "v0", "place": "s1", "minutes": 20, "windows": []},
                 {"id": "v1", "place": "s1", "minutes": 40, "kind": "group", "slots": [["group"]],
                  "windows": [{"day": 0, "start": "09:00", "end": "12:00"}], "weight": 400,
                  "prefer_staff": ["p1"], "forbid_staff": [],
                  "prefer_windows": [{"day": 0, "start": "09:00", "end": "10:30"}],
                  "series": "g1", "after": [{"visit": "v0", "gap_minutes": 7}],
                  "pin": {"staff": ["p1"], "day": 0, "start": "09:15"}}],
      "series": [{"id": "g1", "gap_days": 2, "same_staff": "prefer"}],
      "published": {"assignments": [{"visit": "v1", "staff": ["p1"], "day": 1, "start": "09:20"}]},
      "weights": {"travel": 1, "prefer_staff": 2, "series_staff": 3, "prefer_window": 4,
                  "balance": 5, "changed_staff": 6, "changed_day": 7, "changed_start": 8, "shift": 9}
    }
    """

  static func decode(_ text: String) throws -> RotaProblem {
    try RotaProblemFile.decode(Array(text.utf8))
  }

  @Test func everyKeyIsRead() throws {
    let problem = try Self.decode(Self.example)
    #expect(problem.name == "telford-week-1")
    #expect(problem.horizon.start == CivilDate("2026-11-30"))
    #expect(problem.places.map(\.rooms) == [99, 1])
    #expect(problem.places[0].coordinate == Coordinate(latitude: 52.67, longitude: -2.44))
    #expect([problem.minutes(from: 0, to: 1), problem.minutes(from: 1, to: 0)] == [12, 13])
    let person = problem.staff[0]
    #expect(person.skills == ["group", "screen"])
    #expect(person.shifts == [RotaProblem.Shift(day: 0, start: 510, end: 1_440, from: "base", to: "s1")])
    #expect([person.weekMinutes, person.contactMinutes] == [2_220, 300])
    #expect(person.rest == RotaProblem.Break(minutes: 30, earliest: 690, latest: 825, shiftOver: 360))
    let visit = RotaProblem.Visit(
      id: "v1",
      place: "s1",
      minutes: 40,
      kind: "group",
      slots: [["group"]],
      windows: [RotaProblem.Window(day: 0, start: 540, end: 720)],
      weight: 400,
      preferStaff: ["p1"],
      preferWindows: [RotaProblem.Window(day: 0, start: 540, end: 630)],
      series: "g1",
      after: [RotaProblem.Precedence(visit: "v0", gapMinutes: 7)],
      pin: RotaProblem.Pin(staff: ["p1"], day: 0, start: 555)
    )
    #expect(problem.visits[1] == visit)
    #expect(problem.series == [RotaProblem.Series(id: "g1", gapDays: 2, sameStaff: .prefer)])
    let held = RotaAnswer.Assignment(visit: "v1", staff: ["p1"], day: 1, start: 560)
    #expect(problem.published == [held])
    let weights = problem.weights
    let listed = [
      weights.travel, weights.preferStaff, weights.seriesStaff, weights.preferWindow, weights.balance,
      weights.changedStaff, weights.changedDay, weights.changedStart, weights.shift,
    ]
    #expect(listed == Array(1...9))
  }

  @Test func whatIsAbsentOrNullTakesItsDefault() throws {
    let problem = try Self.decode(
      """
      {"format": "elsec-rota/1", "horizon": {"start": "2026-11-30", "days": 1}, "places": [{"id": "a"}],
       "travel": {"minutes": [[0]]}, "staff": [{"id": "p", "shifts": [], "break": null, "week_minutes": null}],
       "visits": [{"id": "v", "place": "a", "minutes": 5, "windows": [], "slots": [], "pin": null}],
       "published": null}
      """
    )
    #expect(problem.horizon.step == 1)
    #expect(problem.places[0].rooms == 1)
    #expect(problem.staff[0].rest == nil)
    #expect(problem.staff[0].weekMinutes == nil)
    #expect(problem.visits[0].slots == [[]])
    #expect(problem.visits[0].pin == nil)
    #expect(problem.weights == RotaProblem.Weights())
    #expect(problem.published.isEmpty)
  }

  struct Slip: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let message: String

    init(_ from: String, _ to: String, _ message: String) {
      (self.from, self.to, self.message) = (from, to, message)
    }

    var testDescription: String { self.message }
  }

  static let slips = [
    Slip(
      "\"09:00\", \"end\": \"12:00\"",
      "\"9:00\", \"end\": \"12:00\"",
      "visits[1].windows[0].start is not HH:MM"
    ),
    Slip("\"24:00\"", "\"24:05\"", "staff[0].shifts[0].end is not HH:MM"),
    Slip("\"minutes\": 40", "\"minutes\": \"40\"", "visits[1].minutes is not a whole number"),
    Slip("\"minutes\": 40", "\"minutes\": 40.5", "visits[1].minutes is not a whole number in range"),
    Slip("\"minutes\": 40, ", "", "visits[1].minutes is missing"),
    Slip("[[0, 12], [13, 0]]", "[[0, 12], [13]]", "travel.minutes[1] has 1 entries for 2 places"),
    Slip("[[0, 12], [13, 0]]", "[[0, 12]]", "travel.minutes has 1 rows for 2 places"),
    Slip(
      "[[0, 12], [13, 0]]",
      "[[0, 12], [-13, 0]]",
      "travel.minutes[1][0] is -13, not minutes of a journey"
    ),
    Slip(
      "[[0, 12], [13, 0]]",
      "[[0, 12], [99999999999999999999, 0]]",
      "the file is not JSON from line 7, column 36 on"
    ),
    Slip("\"2026-11-30\"", "\"30/11/2026\"", "horizon.start is not a date YYYY-MM-DD"),
    Slip("\"same_staff\": \"prefer\"", "\"same_staff\": \"maybe\"", "series[0].same_staff is 'maybe'"),
    Slip(
      "\"pin\": {\"staff\": [\"p1\"]",
      "\"pin\": {\"staff\": null",
      "visits[1].pin.staff is null, not a list"
    ),
    Slip("\"lat\": 52.67, ", "", "places[0].lat is missing"),
    Slip("52.67", "152.67", "places[0] lies nowhere: latitudes are -90 to 90, longitudes -180 to 180"),
    Slip("\"windows\": []", "\"windows\": {}", "visits[0].windows is not a list"),
    Slip("\"elsec-rota/1\"", "\"elsec-rota/2\"", "the format is 'elsec-rota/2', not 'elsec-rota/1'"),
    Slip("\"format\": \"elsec-rota/1\",", "", "format is missing"),
    Slip("{\n  \"format\"", "[\n  \"format\"", "the file is not JSON from line 2, column 11 on"),
    Slip(
      "\"place\": \"s1\", \"minutes\": 20",
      "\"place\": \"s9\", \"minutes\": 20",
      "there is no place 's9'"
    ),
  ]

  @Test(arguments: Self.slips)
  func aBadValueIsNamedByItsPath(_ slip: Slip) throws {
    let text = try #require(Self.replacing(slip.from, by: slip.to, in: Self.example))
    let fault = #expect(throws: Fault.self) { try Self.decode(text) }
    #expect(fault?.message == slip.message)
    #expect(fault?.code.kind == .badInput)
    #expect(fault?.place != nil)
  }

  /// `nil` when `old` does not stand in the text, so that no test passes by changing nothing.
  static func replacing(_ old: String, by new: String, in text: String) -> String? {
    let (text, old) = (Array(text), Array(old))
    let at = text.indices.first { text[$0...].starts(with: old) }
    return at.map { String(text[..<$0]) + new + String(text[($0 + old.count)...]) }
  }

  @Test func writingAndReadingGivesAnEqualProblem() throws {
    let problem = try Self.decode(Self.example)
    let bytes = try RotaProblemFile.encode(problem)
    #expect(try RotaProblemFile.decode(bytes) == problem)
    #expect(try RotaProblemFile.encode(problem) == bytes)
    #expect(bytes.last == 0x0A)
    #expect(bytes.count { $0 == 0x0A } == 1)
    #expect(
      String(decoding: bytes, as: UTF8.self).hasPrefix(#"{"format":"elsec-rota/1","horizon":{"days":5,"#)
    )
  }

  @Test(
    .enabled(if: SharedRota.hasProblems),
    arguments: ["core-s", "core-m", "full-s", "full-m", "full-l"]
  )
  func theSharedProblemsSurviveARoundTrip(_ name: String) throws {
    let problem = try SharedRota.problem(name)
    #expect(!problem.visits.isEmpty)
    #expect(try RotaProblemFile.decode(RotaProblemFile.encode(problem)) == problem)
  }

  /// Any cut of the file is refused with a fault, none is read as something else.
  @Test(arguments: Array(stride(from: 0, to: 1_600, by: 41)))
  func aTruncatedFileIsRefused(_ length: Int) throws {
    let bytes = Array(Self.example.utf8.prefix(length))
    let fault = #expect(throws: Fault.self) { try RotaProblemFile.decode(bytes) }
    #expect(fault?.code == .rotaFileMalformed)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(fault?.place?.hasPrefix("\(lines.count):") == true)
  }
}
