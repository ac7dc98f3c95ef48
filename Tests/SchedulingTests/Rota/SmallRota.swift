// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// A week small enough to judge by hand: a base and two settings, two people on shift 08:30 to 16:30 every
/// day, visits of 30 minutes at `s1` that may be done 09:00 to 15:00 on any day.
enum Small {
  /// Minutes from row to column of base, s1, s2.
  static let travel: [Int32] = [
    0, 12, 20,
    13, 0, 10,
    20, 11, 0,
  ]

  static let allDay = (0..<5).map { RotaProblem.Window(day: $0, start: 540, end: 900) }

  static func shifts(
    _ days: [Int] = [0, 1, 2, 3, 4],
    from start: Int = 510,
    to end: Int = 990
  ) -> [RotaProblem.Shift] {
    days.map { RotaProblem.Shift(day: $0, start: start, end: end, from: "base", to: "base") }
  }

  static func person(
    _ id: StaffID,
    role: String = "practitioner",
    skills: Set<String> = ["screen"],
    shifts: [RotaProblem.Shift] = Small.shifts(),
    week: Int? = nil,
    contact: Int? = nil,
    rest: RotaProblem.Break? = nil
  ) -> RotaProblem.Staff {
    RotaProblem.Staff(
      id: id,
      name: "Person \(id)",
      role: role,
      skills: skills,
      shifts: shifts,
      weekMinutes: week,
      contactMinutes: contact,
      rest: rest
    )
  }

  static func visit(
    _ id: VisitID,
    at place: PlaceID = "s1",
    minutes: Int = 30,
    slots: [Set<String>] = [[]],
    windows: [RotaProblem.Window] = Small.allDay,
    weight: Int = 100,
    prefer: [StaffID] = [],
    forbid: Set<StaffID> = [],
    liked: [RotaProblem.Window] = [],
    series: SeriesID? = nil,
    after: [RotaProblem.Precedence] = [],
    pin: RotaProblem.Pin? = nil
  ) -> RotaProblem.Visit {
    RotaProblem.Visit(
      id: id,
      place: place,
      minutes: minutes,
      kind: "group",
      slots: slots,
      windows: windows,
      weight: weight,
      preferStaff: prefer,
      forbidStaff: forbid,
      preferWindows: liked,
      series: series,
      after: after,
      pin: pin
    )
  }

  static func problem(
    _ visits: [RotaProblem.Visit],
    staff: [RotaProblem.Staff] = [person("p1"), person("p2")],
    series: [RotaProblem.Series] = [],
    published: [RotaAnswer.Assignment] = [],
    step: Int = 5,
    rooms: Int = 1,
    weights set: (inout RotaProblem.Weights) -> Void = { _ in }
  ) throws -> RotaProblem {
    var weights = RotaProblem.Weights()
    set(&weights)
    let start = try #require(CivilDate(year: 2026, month: 11, day: 30))
    let places = [
      RotaProblem.Place(id: "base", name: "Team base", rooms: 99),
      RotaProblem.Place(id: "s1", name: "First nursery", rooms: rooms),
      RotaProblem.Place(id: "s2", name: "Second nursery", rooms: rooms),
    ]
    return try RotaProblem(
      name: "small",
      horizon: RotaProblem.Horizon(start: start, days: 5, step: step),
      places: places,
      travel: #require(RotaProblem.TravelTable(count: 3, minutes: Small.travel)),
      staff: staff,
      visits: visits,
      series: series,
      published: published,
      weights: weights
    )
  }

  /// With `p1`.
  static func at(_ visit: VisitID, day: Int = 0, _ start: Int) -> RotaAnswer.Assignment {
    self.at(visit, ["p1"], day: day, start)
  }

  static func at(
    _ visit: VisitID,
    _ staff: [StaffID],
    day: Int = 0,
    _ start: Int
  ) -> RotaAnswer.Assignment {
    RotaAnswer.Assignment(visit: visit, staff: staff, day: day, start: start)
  }

  /// Visits that are not placed are told as left out.
  static func answer(
    _ problem: RotaProblem,
    _ assignments: [RotaAnswer.Assignment],
    breaks: [RotaAnswer.Rest] = []
  ) -> RotaAnswer {
    let placed = Set(assignments.map(\.visit))
    let left = problem.visits.map(\.id).filter { !placed.contains($0) }
    return RotaAnswer(
      problem: problem.name,
      assignments: assignments,
      breaks: breaks,
      unassigned: left.map { RotaAnswer.LeftOut(visit: $0, reason: "") }
    )
  }

  static func codes(
    _ problem: RotaProblem,
    _ assignments: [RotaAnswer.Assignment],
    breaks: [RotaAnswer.Rest] = []
  ) -> [RotaRuleCode] {
    RotaReferee.check(self.answer(problem, assignments, breaks: breaks), of: problem).breaches.map(\.code)
  }

  static func cost(
    _ problem: RotaProblem,
    _ assignments: [RotaAnswer.Assignment],
    of term: RotaCost.Term
  ) -> Int {
    RotaReferee.check(self.answer(problem, assignments), of: problem).cost[term]
  }
}
