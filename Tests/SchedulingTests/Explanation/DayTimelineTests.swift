// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct DayTimelineTests {
  static let rest = RotaProblem.Break(minutes: 30, earliest: 600, latest: 840)

  static func table(_ breakAt: Int?) throws -> RotaTable {
    let people = [Small.person("p1", shifts: Small.shifts([0, 1]), rest: Self.rest), Small.person("p2")]
    let visits = [Small.visit("v", slots: [[], []]), Small.visit("w", at: "s2")]
    let problem = try Small.problem(visits, staff: people)
    let breaks = breakAt.map { [RotaAnswer.Rest(staff: "p1", day: 0, start: $0)] } ?? []
    let placed = [Small.at("w", 700), Small.at("v", ["p1", "p2"], 540)]
    return RotaTable(Small.answer(problem, placed, breaks: breaks), of: problem)
  }

  static func entries(_ breakAt: Int?) throws -> [String] {
    let timeline = try #require(Self.table(breakAt).rows[0].cells[0].timeline)
    return timeline.entries.map { entry in
      let name =
        switch entry.activity {
        case .travel(let from, let to): "\(from)>\(to)"
        case .visit(let id, _, _, let others): "\(id)\(others)"
        case .rest: "rest"
        case .wait: "wait"
        }
      return "\(name) \(entry.start)-\(entry.end)"
    }
  }

  @Test(
    arguments: [
      (nil, ["s1>s2 570-580", "wait 580-700"]),
      // Before the break when there is time for it, after it otherwise.
      (600, ["s1>s2 570-580", "wait 580-600", "rest 600-630", "wait 630-700"]),
      (575, ["wait 570-575", "rest 575-605", "s1>s2 605-615", "wait 615-700"]),
    ] as [(Int?, [String])]
  )
  func theJourneyAndTheBreakFillTheGap(_ breakAt: Int?, _ gap: [String]) throws {
    let first = ["base>s1 528-540", "v[p2] 540-570"]
    let last = ["w[] 700-730", "s2>base 730-750"]
    #expect(try Self.entries(breakAt) == first + gap + last)
  }

  @Test func sumsAreByKind() throws {
    let timeline = try #require(Self.table(600).rows[0].cells[0].timeline)
    #expect(timeline.visitMinutes == 60)
    #expect(timeline.travelMinutes == 42)
    #expect(timeline.restMinutes == 30)
    #expect(timeline.waitMinutes == 90)
  }

  @Test func aCellIsOffFreeOrWorking() throws {
    let table = try Self.table(nil)
    #expect(table.rows.map(\.staff) == ["p1", "p2"])
    #expect(table.rows[0].cells[0].timeline?.day == 0)
    #expect(table.rows[0].cells[1] == .free(Small.shifts([1])[0]))
    #expect(table.rows[0].cells[2] == .off)
  }

  @Test func aPersonsWeekIsPrintedByTheLine() throws {
    #expect(
      try Self.table(600).lines(for: "p1") == [
        "Person p1 (practitioner): visits 1 h 00, travel 0 h 42",
        "  Mon 30 Nov, 08:30 to 16:30",
        "    08:48-09:00  travel to First nursery",
        "    09:00-09:30  group at First nursery, with Person p2  [v]",
        "    09:30-09:40  travel to Second nursery",
        "    10:00-10:30  break",
        "    11:40-12:10  group at Second nursery  [w]",
        "    12:10-12:30  travel to Team base",
        "  Tue 1 Dec, 08:30 to 16:30: no visits",
      ]
    )
    #expect(try Self.table(600).lines(for: "nobody").isEmpty)
  }

  @Test func theWeekFitsInEightyColumns() throws {
    let lines = try Self.table(600).grid()
    #expect(
      lines[0] == "             |Mon 30 Nov  |Tue 1 Dec   |Wed 2 Dec   |Thu 3 Dec   |Fri 4 Dec"
    )
    #expect(
      lines[2...8] == [
        "Person p1    |First nurse…|no visits   |-           |-           |-",
        "visits 1h00  |09:00       |            |            |            |",
        "travel 0h42  |10:00 break |            |            |            |",
        "             |Second nurs…|            |            |            |",
        "             |11:40       |            |            |            |",
        "             |travel 0h42 |            |            |            |",
        "-------------+------------+------------+------------+------------+------------",
      ]
    )
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [60, 80, 100, 132, 200])
  func aGridIsNoWiderThanItsRoomOrItsLeastColumns(_ width: Int) throws {
    let lines = try Self.table(600).grid(width: width)
    #expect(lines.allSatisfy { $0.count <= max(width, 12 + 5 * 12) })
    #expect(lines.contains { $0.contains("09:00 First nursery") } == (width >= 132))
  }

  @Test func aBreakBeforeTheFirstVisitIsTakenBeforeTheJourney() throws {
    let problem = try Small.problem([Small.visit("v")], staff: [Small.person("p1", rest: Self.rest)])
    let breaks = [RotaAnswer.Rest(staff: "p1", day: 0, start: 620)]
    let table = RotaTable(Small.answer(problem, [Small.at("v", 720)], breaks: breaks), of: problem)
    let entries = try #require(table.rows[0].cells[0].timeline).entries
    #expect(entries.map(\.start) == [620, 650, 708, 720, 750])
    #expect(entries.map(\.end) == [650, 708, 720, 750, 763])
    #expect(entries.first?.activity == .rest)
  }
}
