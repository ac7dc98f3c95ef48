// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

/// Problems with nothing to find: the search ends at once, leaves out what it must, and says why.
@Suite struct DegenerateProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var staff = [DegenerateProblemTests.person("p1"), DegenerateProblemTests.person("p2")]
    var visits: [RotaProblem.Visit]
    /// Why the first visit is left out; `nil` where everything is placed.
    var reason: String?
    var rooms = 1

    init(
      _ name: String,
      staff: [RotaProblem.Staff]? = nil,
      _ visits: [RotaProblem.Visit],
      reason: String? = nil,
      rooms: Int = 1
    ) {
      self.testDescription = name
      if let staff { self.staff = staff }
      (self.visits, self.reason, self.rooms) = (visits, reason, rooms)
    }
  }

  static let base = PlaceID("base")
  static let morning = [RotaProblem.Window(day: 0, start: 540, end: 720)]

  static func person(_ id: String, skills: Set<String> = ["a"], shifts: Int = 1) -> RotaProblem.Staff {
    .init(
      id: StaffID(id),
      name: "",
      skills: skills,
      shifts: (0..<shifts).map { .init(day: $0, start: 480, end: 960, from: Self.base, to: Self.base) }
    )
  }

  static func visit(
    _ id: String = "v",
    minutes: Int = 40,
    slots: [Set<String>] = [["a"]],
    windows: [RotaProblem.Window] = morning,
    after: [RotaProblem.Precedence] = [],
    pin: RotaProblem.Pin? = nil,
    forbid: Set<StaffID> = [],
    weight: Int = 100
  ) -> RotaProblem.Visit {
    .init(
      id: VisitID(id),
      place: PlaceID("s1"),
      minutes: minutes,
      slots: slots,
      windows: windows,
      weight: weight,
      forbidStaff: forbid,
      after: after,
      pin: pin
    )
  }

  static let cases = [
    Case("nothing at all", staff: [], []),
    Case("no visits", []),
    Case("no staff", staff: [], [visit()], reason: "no one has the skill 'a'"),
    Case(
      "staff without shifts",
      staff: [person("p1", shifts: 0)],
      [visit()],
      reason: "no one who may do it has a shift with time for it inside its windows"
    ),
    Case("no windows", [visit(windows: [])], reason: "it has no window"),
    Case(
      "a visit longer than its windows",
      [visit(minutes: 200)],
      reason: "none of its windows holds its 200 minutes"
    ),
    Case("a skill that nobody has", [visit(slots: [["x"]])], reason: "no one has the skill 'x'"),
    Case(
      "skills that nobody has together",
      staff: [person("p1"), person("p2", skills: ["b"])],
      [visit(slots: [["a", "b"]])],
      reason: "no one who may do it has all the skills it asks for"
    ),
    Case(
      "everybody forbidden",
      [visit(forbid: [StaffID("p1"), StaffID("p2")])],
      reason: "no one who may do it has all the skills it asks for"
    ),
    Case(
      "a pinned start off its windows",
      [visit(pin: .init(start: 900))],
      reason: "its pinned time lies in none of its windows"
    ),
    Case(
      "a pinned person without the skill",
      staff: [person("p1", skills: []), person("p2")],
      [visit(pin: .init(staff: [StaffID("p1")]))],
      reason: "the pinned person may not do it"
    ),
    Case(
      "two pins on one person at one time",
      [
        visit("v", pin: .init(staff: [StaffID("p1")], day: 0, start: 600), weight: 100),
        visit("w", pin: .init(staff: [StaffID("p1")], day: 0, start: 620), weight: 300),
      ],
      reason: "no feasible place found beside the visits that are placed",
      rooms: 9
    ),
    Case(
      "two visits each after the other",
      [visit("v", after: [.init(visit: VisitID("w"))]), visit("w", after: [.init(visit: VisitID("v"))])],
      reason: "visit 'w' must come before it and is left out"
    ),
    Case(
      "a visit after itself",
      [visit(after: [.init(visit: VisitID("v"))])],
      reason: "visit 'v' must come before it and is left out"
    ),
    Case("a place without rooms", [visit()], reason: "its place has no room", rooms: 0),
    Case(
      "a joint visit with one person there",
      staff: [person("p1")],
      [visit(slots: [["a"], ["a"]])],
      reason: "no time found at which 2 people can meet at a cost below its weight of 100"
    ),
    Case(
      "a visit dearer than its weight",
      [visit(weight: 5)],
      reason: "its cheapest place costs 20, more than its weight of 5"
    ),
    Case("a visit that weighs nothing and costs nothing is placed", [visit(weight: 20)]),
  ]

  @Test(arguments: cases)
  func whatCannotBePlacedIsLeftOutWithItsReason(_ given: Case) async throws {
    var weights = RotaProblem.Weights()
    weights.travel = 1
    let problem = try RotaProblem(
      name: "degenerate",
      horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 2, step: 5),
      places: [.init(id: Self.base, name: ""), .init(id: PlaceID("s1"), name: "", rooms: given.rooms)],
      travel: try #require(RotaProblem.TravelTable(count: 2, minutes: [0, 10, 10, 0])),
      staff: given.staff,
      visits: given.visits,
      weights: weights
    )
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 20))
    let verdict = RotaReferee.check(answer, of: problem)
    #expect(verdict.breaches.isEmpty)
    #expect(answer.cost == verdict.cost.total)
    #expect(answer.unassigned.first?.reason == given.reason)
  }
}
