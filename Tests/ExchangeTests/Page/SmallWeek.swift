// SPDX-License-Identifier: Apache-2.0

import Exchange
import Scheduling
import Testing
import Vocabulary

/// A week of one day's work for two people, one visit joint and one left out.
struct SmallWeek {
  let problem: RotaProblem
  let answer: RotaAnswer

  init() throws {
    let monday = try #require(CivilDate("2026-11-30"))
    let travel = try #require(RotaProblem.TravelTable(count: 3, minutes: [0, 10, 20, 10, 0, 15, 20, 15, 0]))
    func staff(_ id: String, _ name: String) -> RotaProblem.Staff {
      .init(
        id: StaffID(id),
        name: name,
        role: "practitioner",
        shifts: [
          .init(day: 0, start: 510, end: 990, from: PlaceID("base"), to: PlaceID("base")),
          .init(day: 1, start: 510, end: 990, from: PlaceID("base"), to: PlaceID("base")),
        ],
        weekMinutes: 900,
        rest: .init(minutes: 30, earliest: 690, latest: 840)
      )
    }
    func visit(_ id: String, _ place: String, _ minutes: Int, _ kind: String, _ slots: Int = 1)
      -> RotaProblem.Visit
    {
      .init(
        id: VisitID(id),
        place: PlaceID(place),
        minutes: minutes,
        kind: kind,
        slots: Array(repeating: [], count: slots),
        windows: [.init(day: 0, start: 540, end: 900)]
      )
    }
    self.problem = try RotaProblem(
      name: "small",
      horizon: .init(start: monday, days: 5, step: 5),
      places: [
        .init(
          id: PlaceID("base"),
          name: "Town Hall",
          coordinate: Coordinate(latitude: 55.0950, longitude: -2.4500),
          rooms: 9
        ),
        .init(
          id: PlaceID("s1"),
          name: "Ash & Elm <Nursery>",
          coordinate: Coordinate(latitude: 55.1400, longitude: -2.4500)
        ),
        .init(id: PlaceID("s2"), name: "Birch Primary School"),
      ],
      travel: travel,
      staff: [staff("p1", "Asha \"A\" O'Neil"), staff("p2", "Ben")],
      visits: [
        visit("v1", "s1", 40, "group"), visit("v2", "s2", 60, "assess", 2), visit("v3", "s2", 45, "group"),
      ]
    )
    self.answer = RotaAnswer(
      problem: "small",
      assignments: [
        .init(visit: VisitID("v2"), staff: [StaffID("p1"), StaffID("p2")], day: 0, start: 780),
        .init(visit: VisitID("v1"), staff: [StaffID("p1")], day: 0, start: 600),
      ],
      breaks: [.init(staff: StaffID("p1"), day: 0, start: 730)],
      unassigned: [.init(visit: VisitID("v3"), reason: "no one is free")]
    )
  }

  func content(isMadeUp: Bool = true) -> RotaPageContent {
    RotaPageContent(
      area: "Wren & Moor",
      problem: self.problem,
      answer: self.answer,
      publication: "Published by Helen on 27 November 2026, version 2.",
      isMadeUp: isMadeUp,
      costs: [.init(words: "minutes of travel", count: 1_234, cost: 1_234)],
      travelStatement: "Travel times are estimated."
    )
  }
}
