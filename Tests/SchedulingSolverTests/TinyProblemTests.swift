// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

/// On problems small enough to try every rota, the search finds the best one.
@Suite struct TinyProblemTests {
  @Test(arguments: UInt64(1)...24)
  func noRotaIsCheaper(seed: UInt64) async throws {
    let problem = try Self.make(seed: seed)
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 5_000, seed: 1))
    let found = try #require(answer.cost)
    #expect(RotaReferee.check(answer, of: problem).isFeasible)
    #expect(Self.cheapest(problem, below: found) == nil)
  }

  static func make(seed: UInt64) throws -> RotaProblem {
    var random = SeededGenerator(seed: seed)
    let places = (0..<3).map { RotaProblem.Place(id: PlaceID("s\($0)"), name: "", rooms: $0 == 0 ? 9 : 1) }
    let minutes = (0..<9).map { Int32($0 % 4 == 0 ? 0 : 10 + 10 * random.below(3)) }
    let rest = RotaProblem.Break(minutes: 30, earliest: 600, latest: 720, shiftOver: 120)
    let staff = (0..<2).map { person in
      RotaProblem.Staff(
        id: StaffID("p\(person)"),
        name: "",
        role: "r",
        skills: person == 0 ? ["a", "b"] : ["b"],
        shifts: [
          .init(day: 0, start: 540, end: 720 + 60 * random.below(2), from: places[0].id, to: places[0].id)
        ],
        weekMinutes: random.below(3) == 0 ? 150 : nil,
        rest: random.below(2) == 0 ? rest : nil
      )
    }
    let visits = (0..<4).map { index in
      RotaProblem.Visit(
        id: VisitID("v\(index)"),
        place: places[1 + random.below(2)].id,
        minutes: 30,
        slots: index == 3 ? [["a"], ["b"]] : [random.below(3) == 0 ? ["a"] : ["b"]],
        windows: [.init(day: 0, start: 540 + 30 * random.below(3), end: 690)],
        weight: 40 + 20 * random.below(4),
        preferStaff: random.below(2) == 0 ? [StaffID("p1")] : [],
        preferWindows: random.below(2) == 0 ? [.init(day: 0, start: 630, end: 700)] : [],
        series: index < 2 ? SeriesID("g") : nil,
        after: index == 2 && random.below(2) == 0 ? [.init(visit: VisitID("v3"), gapMinutes: 0)] : []
      )
    }
    var weights = RotaProblem.Weights()
    weights.travel = 1
    weights.preferStaff = 20
    weights.seriesStaff = 30
    weights.preferWindow = 15
    weights.balance = 1
    weights.shift = 5
    return try RotaProblem(
      name: "tiny",
      horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 1, step: 30),
      places: places,
      travel: try #require(RotaProblem.TravelTable(count: 3, minutes: minutes)),
      staff: staff,
      visits: visits,
      series: [.init(id: SeriesID("g"), sameStaff: .prefer)],
      weights: weights
    )
  }

  /// Tries every start and every list of people of every visit, and leaving it out; `nil` when no rota costs
  /// less than `limit`.
  static func cheapest(_ problem: RotaProblem, below limit: Int) -> Int? {
    var best = limit
    var chosen: [RotaAnswer.Assignment] = []
    func descend(_ index: Int, leftOut: Int) {
      guard leftOut < best else { return }
      guard index < problem.visits.count else {
        best = min(best, Self.cost(of: chosen, problem) ?? best)
        return
      }
      let visit = problem.visits[index]
      descend(index + 1, leftOut: leftOut + visit.weight)
      let ids = problem.staff.map(\.id)
      let lists = visit.slots.count == 1 ? ids.map { [$0] } : [ids, ids.reversed()]
      for window in visit.windows {
        for start in stride(from: window.start, through: window.end - visit.minutes, by: 30) {
          for staff in lists {
            chosen.append(.init(visit: visit.id, staff: staff, day: 0, start: start))
            if Self.mayMeet(chosen, problem) { descend(index + 1, leftOut: leftOut) }
            chosen.removeLast()
          }
        }
      }
    }
    descend(0, leftOut: 0)
    return best < limit ? best : nil
  }

  /// The last visit overlaps none that one of its people does too: what no further visit can mend.
  private static func mayMeet(_ chosen: [RotaAnswer.Assignment], _ problem: RotaProblem) -> Bool {
    guard let last = chosen.last else { return true }
    return chosen.dropLast().allSatisfy { other in
      abs(other.start - last.start) >= 30 || Set(other.staff).isDisjoint(with: last.staff)
    }
  }

  /// `nil` where a rule is broken.
  private static func cost(of chosen: [RotaAnswer.Assignment], _ problem: RotaProblem) -> Int? {
    var breaks: [RotaAnswer.Rest] = []
    for (index, person) in problem.staff.enumerated() {
      guard let frame = problem.frame(staff: index, day: 0), frame.rest != nil else { continue }
      let stops = chosen.filter { $0.staff.contains(person.id) }.sorted { $0.start < $1.start }.map { entry in
        let visit = problem.visits[problem.visitIndex[entry.visit] ?? 0]
        return DayCheck.Stop(
          start: entry.start,
          end: entry.start + visit.minutes,
          place: problem.placeIndex[visit.place] ?? 0
        )
      }
      guard !stops.isEmpty else { continue }
      let whole = DayCheck.whole(stops, in: frame)
      let legs = DayCheck.legs(of: whole, over: problem.travel)
      guard let start = DayCheck.restStart(in: whole, legs: legs, of: frame) else { return nil }
      breaks.append(.init(staff: person.id, day: 0, start: start))
    }
    let placed = Set(chosen.map(\.visit))
    let answer = RotaAnswer(
      problem: problem.name,
      assignments: chosen,
      breaks: breaks,
      unassigned: problem.visits.filter { !placed.contains($0.id) }.map { .init(visit: $0.id, reason: "") }
    )
    let verdict = RotaReferee.check(answer, of: problem)
    return verdict.isFeasible ? verdict.cost.total : nil
  }
}
