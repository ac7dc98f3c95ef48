// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

/// What earlier weeks left on people's shoulders changes who the search sends.
@Suite struct SharedBurdensTests {
  /// A base and one setting 20 minutes away; two people who may do everything; one visit a day that ends late.
  private func problem(late hours: Range<Int> = 900..<960) throws -> RotaProblem {
    let days = 0..<4
    let shifts = days.map { day in
      RotaProblem.Shift(day: day, start: 510, end: 1020, from: PlaceID("base"), to: PlaceID("base"))
    }
    var weights = RotaProblem.Weights()
    weights.travel = 1
    weights.preferStaff = 20
    weights.balance = 2
    return try RotaProblem(
      name: "late", horizon: .init(start: CivilDate(dayNumber: 0), days: 5, step: 5),
      places: [
        RotaProblem.Place(id: PlaceID("base"), name: "Base", rooms: 9),
        RotaProblem.Place(id: PlaceID("s1"), name: "Setting", rooms: 1),
      ],
      travel: #require(RotaProblem.TravelTable(count: 2, minutes: [0, 20, 20, 0])),
      staff: ["p1", "p2"].map { RotaProblem.Staff(id: StaffID($0), name: $0, role: "r", shifts: shifts) },
      visits: days.map { day in
        RotaProblem.Visit(
          id: VisitID("v\(day)"), place: PlaceID("s1"), minutes: 45,
          windows: [RotaProblem.Window(day: day, start: hours.lowerBound, end: hours.upperBound)], weight: 500)
      },
      weights: weights)
  }

  private var rules: CarryOver.Fairness {
    var rules = CarryOver.Fairness()
    rules.lastVisitAfter = 930
    rules.latePoints = 60
    return rules
  }

  /// A past week in which one person made all the late visits.
  private func history(lateFor person: String) async throws -> RotaHistory {
    let problem = try self.problem()
    let answer = RotaAnswer(
      problem: problem.name,
      assignments: problem.visits.map {
        .init(visit: $0.id, staff: [StaffID(person)], day: $0.windows[0].day, start: 905)
      })
    let week = SchoolWeek(containing: problem.horizon.start)
    let history = RotaHistory([PastWeek(week: week, problem: problem, answer: answer)], rules: self.rules)
    #expect(history.loads[StaffID(person)]?.lateFinishes == 4)
    return history
  }

  @Test(arguments: [("p1", "p2"), ("p2", "p1")])
  func whoFinishedLateBeforeFinishesLateLessOften(_ tired: String, _ rested: String) async throws {
    let shared = try self.problem().sharing(try await self.history(lateFor: tired), rules: self.rules)
    let answer = await RotaSolver.solve(shared, options: SolverOptions(iterations: 500))
    #expect(RotaReferee.check(answer, of: shared).isFeasible)
    let next = RotaHistory(
      [PastWeek(week: SchoolWeek(containing: shared.horizon.start), problem: shared, answer: answer)], rules: self.rules
    )
    let late = { (person: String) in next.loads[StaffID(person)]?.lateFinishes ?? 0 }
    #expect(answer.assignments.count == 4)
    #expect(late(tired) < late(rested))
  }
}
