// SPDX-License-Identifier: Apache-2.0

import Exchange
import Scheduling
import Testing
import Vocabulary

/// What each version of a rota makes of the calendar entries of the versions before it.
struct CalendarRevisionsTests {
  private static let week = SchoolWeek(containing: CivilDate("2026-11-30") ?? CivilDate(dayNumber: 0))

  /// A version in which each person has the given visits on Monday, from the given minutes for half an hour each.
  private static func revision(_ number: Int, _ people: [(String, [(String, Int)])]) throws -> VisitCalendar.Revision {
    let monday = try #require(CivilDate("2026-11-30"))
    let content = RotaPageContent(
      area: "Wrenmoor",
      week: Self.week,
      days: [monday],
      publication: "",
      places: [.init(id: "s1", name: "Alder", coordinate: Coordinate(latitude: 55.1, longitude: -2.45))],
      people: people.map { id, visits in
        .init(
          id: StaffID(id),
          name: "Person \(id)",
          role: "practitioner",
          days: [
            .init(
              start: 510,
              end: 990,
              stretches: visits.sorted { $0.1 < $1.1 }.map { visit, start in
                .init(
                  start: start,
                  end: start + 30,
                  what: visit == "rest" ? .rest : .visit(VisitID(visit), kind: "group", place: "s1", with: [])
                )
              }
            )
          ],
          weekMinutes: nil
        )
      },
      travelStatement: ""
    )
    return .init(content, stamp: Instant(microseconds: number * 1_000_000))
  }

  private static func lines(_ calendar: VisitCalendar?) -> [String] {
    (calendar?.events ?? []).map { event in
      "\(event.visit?.rawValue ?? "break") \(event.start) #\(event.sequence) "
        + "@\((event.changed?.microseconds ?? 0) / 1_000_000)\(event.isCancelled ? " cancelled" : "")"
    }
  }

  @Test func theFirstVersionStartsEveryEntryAtNought() throws {
    let calendars = VisitCalendar.all([try Self.revision(1, [("p1", [("a", 540), ("b", 600)]), ("p2", [])])])
    #expect(calendars.map(\.staff) == ["p1", "p2"])
    #expect(Self.lines(calendars[0]) == ["a 540 #0 @1", "b 600 #0 @1"])
    #expect(calendars[1].events.isEmpty)
    #expect(calendars[0].name == "Person p1, 2026-W49" && calendars[0].organizer == "Wrenmoor")
    #expect(VisitCalendar.all([]).isEmpty)
  }

  @Test func onlyWhatChangedRises() throws {
    let calendar = VisitCalendar.all([
      try Self.revision(1, [("p1", [("a", 540), ("b", 600)])]),
      try Self.revision(2, [("p1", [("a", 540), ("b", 660)])]),
      try Self.revision(3, [("p1", [("a", 540), ("b", 660), ("c", 720)])]),
    ]).first
    #expect(Self.lines(calendar) == ["a 540 #0 @1", "b 660 #1 @2", "c 720 #0 @3"])
    #expect(calendar?.stamp == Instant(microseconds: 3_000_000))
  }

  @Test func whatIsTakenAwayStaysCancelledAndComesBackHigher() throws {
    let versions = [
      try Self.revision(1, [("p1", [("a", 540)]), ("p2", [])]),
      try Self.revision(2, [("p1", []), ("p2", [("a", 540)])]),
      try Self.revision(3, [("p1", []), ("p2", [("a", 540)])]),
      try Self.revision(4, [("p1", [("a", 540)]), ("p2", [])]),
    ]
    func both(_ count: Int) -> [[String]] {
      VisitCalendar.all(Array(versions.prefix(count))).map { Self.lines($0) }
    }
    #expect(both(2) == [["a 540 #1 @2 cancelled"], ["a 540 #0 @2"]])
    #expect(both(3) == [["a 540 #1 @2 cancelled"], ["a 540 #0 @2"]])
    #expect(both(4) == [["a 540 #2 @4"], ["a 540 #1 @4 cancelled"]])
  }

  @Test func whoIsOnTheRotaNoMoreIsToldOfEveryLoss() throws {
    let calendars = VisitCalendar.all([
      try Self.revision(1, [("p1", [("a", 540)]), ("p2", [("b", 600)]), ("p0", [])]),
      try Self.revision(2, [("p1", [("a", 540), ("b", 600)])]),
    ])
    #expect(calendars.map(\.staff) == ["p1", "p2"], "p0 never had anything")
    #expect(Self.lines(calendars[1]) == ["b 600 #1 @2 cancelled"])
  }

  @Test func breaksAreThereWhenAskedForAndMoveAsOneADay() throws {
    let versions = [
      try Self.revision(1, [("p1", [("rest", 720)])]), try Self.revision(2, [("p1", [("rest", 750)])]),
    ]
    #expect(VisitCalendar.all(versions).map { Self.lines($0) } == [[]])
    #expect(VisitCalendar.all(versions, withBreaks: true).map { Self.lines($0) } == [["break 750 #1 @2"]])
  }

  @Test func aPersonsVisitsComeFromTheRota() throws {
    let content = try SmallWeek().content()
    let calendars = VisitCalendar.all([.init(content, stamp: Instant(microseconds: 0))])
    let ben = try #require(calendars.first { $0.staff == "p2" })
    #expect(ben.events.map(\.visit) == ["v2"])
    #expect(ben.events.first?.with == ["Asha \"A\" O'Neil"])
    #expect(ben.name == "Ben, 2026-W49")
  }

  /// Whatever the versions were: the highest sequence an entry ever had is the one it has, unchanged entries keep
  /// theirs, and what stands uncancelled is what the last version has.
  @Test(arguments: 0..<40) func anyHistoryKeepsTheRules(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var versions: [VisitCalendar.Revision] = []
    var before: [String: VisitCalendar.Event] = [:]
    for number in 1...6 {
      var people: [(String, [(String, Int)])] = [("p1", []), ("p2", [])]
      for visit in ["a", "b", "c", "d"] where random.below(4) > 0 {
        people[random.below(2)].1.append((visit, 540 + 30 * random.below(4)))
      }
      versions.append(try Self.revision(number, people))
      var now: [String: VisitCalendar.Event] = [:]
      for (calendar, person) in zip(VisitCalendar.all(versions), people) {
        #expect(
          Set(calendar.events.filter { !$0.isCancelled }.map { "\($0.visit?.rawValue ?? "") \($0.start)" })
            == Set(person.1.map { "\($0.0) \($0.1)" })
        )
        for event in calendar.events { now["\(calendar.staff) \(event.visit?.rawValue ?? "")"] = event }
      }
      for (key, event) in before {
        let later = try #require(now[key], "an entry is never forgotten")
        let isSame = later.start == event.start && later.isCancelled == event.isCancelled
        #expect(later.sequence == event.sequence + (isSame ? 0 : 1))
      }
      before = now
    }
  }
}
