// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct RotaProblemConsistencyTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    let place: String
    var visits: [RotaProblem.Visit] = []
    var staff: [RotaProblem.Staff] = []
    var series: [RotaProblem.Series] = []
    var published: [RotaAnswer.Assignment] = []
    var step = 5
    var rooms = 1
    var weights: @Sendable (inout RotaProblem.Weights) -> Void = { _ in }

    var testDescription: String { self.place }
  }

  static func window(_ day: Int, _ start: Int, _ end: Int) -> RotaProblem.Window {
    RotaProblem.Window(day: day, start: start, end: end)
  }

  static func rest(_ minutes: Int, _ earliest: Int, _ latest: Int) -> RotaProblem.Staff {
    Small.person("p1", rest: RotaProblem.Break(minutes: minutes, earliest: earliest, latest: latest))
  }

  static let wrongs: [Wrong] = [
    Wrong(place: "horizon.step", step: 0),
    Wrong(place: "places[1].rooms", rooms: -1),
    Wrong(place: "staff[1].id", staff: [Small.person("p1"), Small.person("p1")]),
    Wrong(place: "staff[0].id", staff: [Small.person("")]),
    Wrong(place: "staff[0].shifts[1].day", staff: [Small.person("p1", shifts: Small.shifts([2, 2]))]),
    Wrong(place: "staff[0].shifts[0].day", staff: [Small.person("p1", shifts: Small.shifts([5]))]),
    Wrong(
      place: "staff[0].shifts[0]",
      staff: [Small.person("p1", shifts: Small.shifts([1], from: 600, to: 600))]
    ),
    Wrong(
      place: "staff[0].shifts[0].end",
      staff: [Small.person("p1", shifts: Small.shifts([1], from: 600, to: 1_441))]
    ),
    Wrong(
      place: "staff[0].shifts[0].to",
      staff: [
        Small.person(
          "p1",
          shifts: [RotaProblem.Shift(day: 0, start: 0, end: 9, from: "base", to: "moon")]
        )
      ]
    ),
    Wrong(place: "staff[0].week_minutes", staff: [Small.person("p1", week: -1)]),
    Wrong(place: "staff[0].contact_minutes", staff: [Small.person("p1", contact: .max)]),
    Wrong(place: "staff[0].break.minutes", staff: [Self.rest(0, 600, 700)]),
    Wrong(place: "staff[0].break.latest", staff: [Self.rest(30, 600, 1_500)]),
    Wrong(place: "visits[1].id", visits: [Small.visit("v"), Small.visit("v")]),
    Wrong(place: "visits[0].place", visits: [Small.visit("v", at: "moon")]),
    Wrong(place: "visits[0].minutes", visits: [Small.visit("v", minutes: 0)]),
    Wrong(place: "visits[0].minutes", visits: [Small.visit("v", minutes: 1_441)]),
    Wrong(place: "visits[0].slots", visits: [Small.visit("v", slots: Array(repeating: [], count: 21))]),
    Wrong(
      place: "visits[0].windows[1]",
      visits: [
        Small.visit("v", windows: [Self.window(0, 1, 2), Self.window(0, 700, 600)])
      ]
    ),
    Wrong(
      place: "visits[0].prefer_windows[0].day",
      visits: [
        Small.visit("v", liked: [Self.window(-1, 1, 2)])
      ]
    ),
    Wrong(place: "visits[0].weight", visits: [Small.visit("v", weight: .max)]),
    Wrong(place: "visits[0].prefer_staff[0]", visits: [Small.visit("v", prefer: ["p9"])]),
    Wrong(place: "visits[0].forbid_staff", visits: [Small.visit("v", forbid: ["p9"])]),
    Wrong(place: "visits[0].series", visits: [Small.visit("v", series: "g")]),
    Wrong(
      place: "visits[0].after[0].visit",
      visits: [
        Small.visit("v", after: [RotaProblem.Precedence(visit: "w")])
      ]
    ),
    Wrong(
      place: "visits[0].after[0].gap_minutes",
      visits: [
        Small.visit("v", after: [RotaProblem.Precedence(visit: "v", gapMinutes: .max)])
      ]
    ),
    Wrong(place: "visits[0].pin.staff[0]", visits: [Small.visit("v", pin: RotaProblem.Pin(staff: ["p9"]))]),
    Wrong(
      place: "visits[0].pin.staff",
      visits: [
        Small.visit("v", pin: RotaProblem.Pin(staff: ["p1", "p2"]))
      ]
    ),
    Wrong(place: "visits[0].pin.day", visits: [Small.visit("v", pin: RotaProblem.Pin(day: 5))]),
    Wrong(place: "visits[0].pin.start", visits: [Small.visit("v", pin: RotaProblem.Pin(start: -1))]),
    Wrong(place: "series[0].gap_days", series: [RotaProblem.Series(id: "g", gapDays: -1)]),
    Wrong(place: "published.assignments[0].day", published: [Small.at("v", day: .max, 540)]),
    Wrong(place: "published.assignments[0].start", published: [Small.at("v", 1_441)]),
    Wrong(place: "weights.travel", weights: { $0.travel = -1 }),
    Wrong(place: "weights.changed_start", weights: { $0.changedStart = .max }),
  ]

  @Test(arguments: Self.wrongs)
  func theFirstInconsistencyIsNamedWithItsPath(_ wrong: Wrong) throws {
    let fault = #expect(throws: Fault.self) {
      try Small.problem(
        wrong.visits,
        staff: wrong.staff.isEmpty ? [Small.person("p1"), Small.person("p2")] : wrong.staff,
        series: wrong.series,
        published: wrong.published,
        step: wrong.step,
        rooms: wrong.rooms,
        weights: wrong.weights
      )
    }
    #expect(fault?.code == .rotaProblemInvalid)
    #expect(fault?.place == wrong.place)
  }

  @Test func theTravelTableHasARowForEveryPlace() throws {
    let horizon = try RotaProblem.Horizon(start: #require(CivilDate("2026-11-30")), days: 1)
    let base = [RotaProblem.Place(id: "base", name: "")]
    func problem(_ places: [RotaProblem.Place], _ minutes: [Int32], _ count: Int) throws -> RotaProblem {
      let table = try #require(RotaProblem.TravelTable(count: count, minutes: minutes))
      return try RotaProblem(name: "", horizon: horizon, places: places, travel: table, staff: [], visits: [])
    }
    #expect(try problem(base, [0], 1).places.count == 1)
    #expect(throws: Fault.self) { try problem(base, [0, 1, 1, 0], 2) }
    let slow = #expect(throws: Fault.self) { try problem(base, [10_081], 1) }
    #expect(slow?.place == "travel.minutes[0][0]")
  }

  @Test func publishedMayNameVisitsAndPeopleThatAreGone() throws {
    let problem = try Small.problem([], published: [Small.at("gone", ["left"], day: 30, 540)])
    #expect(problem.published.count == 1)
  }

  @Test func theMessageStatesTheValue() throws {
    let fault = #expect(throws: Fault.self) { try Small.problem([Small.visit("v", minutes: 0)]) }
    #expect(fault?.message == "the value is 0; it must lie in 1 to 1440")
  }

  @Test func anAnswerOfExtremeNumbersIsJudgedNotTrappedOn() throws {
    let after = [RotaProblem.Precedence(visit: "v", gapMinutes: 5)]
    let problem = try Small.problem(
      [Small.visit("v", series: "g"), Small.visit("w", series: "g", after: after)],
      series: [RotaProblem.Series(id: "g", gapDays: 1, sameStaff: .prefer)],
      published: [Small.at("v", 540), Small.at("w", 540)]
    )
    let codes = Small.codes(
      problem,
      [Small.at("v", day: .max, .max), Small.at("w", day: .min, .min)],
      breaks: [RotaAnswer.Rest(staff: "p1", day: .max, start: .min)]
    )
    #expect(Set(codes).isSuperset(of: [.window, .noShift, .after]))
  }
}
