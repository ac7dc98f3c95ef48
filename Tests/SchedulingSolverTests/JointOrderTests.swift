// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

/// The people of a joint visit stand in the order of its slots, and another order is another list: where both could take either
/// slot, the order that costs nothing is found.
@Suite struct JointOrderTests {
  static let people = [StaffID("p0"), StaffID("p1")]

  /// Two people alike in everything and two joint visits on a morning; `v1` was published at an hour it can't keep.
  static func problem(
    published: [StaffID] = [], series: Bool = false, pinned: [StaffID]? = nil
  ) throws -> RotaProblem {
    let base = PlaceID("base")
    let visits = (1...2).map { number in
      RotaProblem.Visit(
        id: VisitID("v\(number)"), place: base, minutes: 30, slots: [[], []],
        windows: [.init(day: 0, start: 600, end: 720)], weight: 500, series: series ? SeriesID("g") : nil,
        pin: number == 2 ? pinned.map { .init(staff: $0) } : nil)
    }
    var weights = RotaProblem.Weights()
    (weights.changedStaff, weights.changedStart, weights.seriesStaff) = (40, 10, 60)
    return try RotaProblem(
      name: "joint", horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 1, step: 5),
      places: [.init(id: base, name: "", rooms: 2)], travel: try #require(.init(count: 1, minutes: [0])),
      staff: self.people.map {
        .init(id: $0, name: "", shifts: [.init(day: 0, start: 540, end: 720, from: base, to: base)])
      },
      visits: visits, series: series ? [.init(id: SeriesID("g"), sameStaff: .prefer)] : [],
      published: published.isEmpty ? [] : [.init(visit: VisitID("v1"), staff: published, day: 0, start: 540)],
      weights: weights)
  }

  @Test(arguments: [people, people.reversed()])
  func theOrderThatPeopleHoldIsKeptWhenAVisitMoves(list: [StaffID]) async throws {
    let problem = try Self.problem(published: list)
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 50, seed: 1))
    #expect(answer.assignments.first { $0.visit == VisitID("v1") }?.staff == list)
    #expect(answer.cost == 10)
  }

  @Test(arguments: [people, people.reversed()])
  func theOrderOfASeriesIsKept(list: [StaffID]) async throws {
    let problem = try Self.problem(series: true, pinned: list)
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 50, seed: 1))
    #expect(answer.assignments.map(\.staff) == [list, list])
    #expect(answer.cost == 0)
  }
}
