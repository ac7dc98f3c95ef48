// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

/// What the bound claims, against rotas that exist.
@Suite struct BoundTests {
  /// One round of search leaves a poor rota, so that the bound has to come from the proof.
  private func bound(_ problem: RotaProblem) async -> RotaAnswer {
    await RotaSolver.solve(problem, options: SolverOptions(iterations: 0, seed: 1, seeksBound: true))
  }

  @Test(arguments: 0..<60)
  func noTinyProblemHasARotaBelowItsBound(_ seed: UInt64) async throws {
    let problem = try TinyProblemTests.make(seed: seed)
    let bound = try #require(await self.bound(problem).bound)
    let nothing = problem.visits.reduce(1) { $0 + $1.weight }
    let best = TinyProblemTests.cheapest(problem, below: nothing) ?? nothing
    #expect(bound <= best, "bound \(bound), and there is a rota of \(best)")
  }

  @Test(arguments: 0..<60)
  func noRotaThatALongerSearchFindsLiesBelowTheBound(_ seed: UInt64) async throws {
    let problem = try RandomProblem.make(seed: 1_000 + seed, visits: 4...24)
    guard let bound = await self.bound(problem).bound else { return }
    let found = await RotaSolver.solve(problem, options: SolverOptions(iterations: 1_500, seed: seed))
    let verdict = RotaReferee.check(found, of: problem)
    #expect(verdict.isFeasible)
    #expect(bound <= verdict.cost.total)
  }

  /// Two people, three days, visits with windows and weights alone: nothing is relaxed, so that little stays open.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func withNothingRelaxedTheBoundComesCloseToTheBestRota(_ seed: UInt64) async throws {
    let problem = try Self.plainWeek(seed: seed)
    let found = await RotaSolver.solve(problem, options: SolverOptions(iterations: 400, seed: seed, seeksBound: true))
    let cost = try #require(found.cost)
    let bound = try #require(found.bound)
    #expect(bound <= cost && cost > 0)
    #expect((cost - bound) * 100 <= cost * 20, "cost \(cost), bound \(bound)")
  }

  @Test func theSameSeedGivesTheSameBound() async throws {
    let problem = try RandomProblem.make(seed: 1_007, visits: 12...24)
    let first = await self.bound(problem)
    let second = await self.bound(problem)
    #expect(first == second)
  }

  private static func plainWeek(seed: UInt64) throws -> RotaProblem {
    var random = SeededGenerator(seed: seed)
    let places = (0..<6).map { RotaProblem.Place(id: PlaceID("s\($0)"), name: "", rooms: 99) }
    let spots = places.map { _ in (random.below(8), random.below(8)) }
    let minutes = spots.flatMap { a in
      spots.map { b in Int32(5 * (abs(a.0 - b.0) + abs(a.1 - b.1))) }
    }
    let base = PlaceID("s0")
    let staff = (0..<2).map { person in
      RotaProblem.Staff(
        id: StaffID("p\(person)"), name: "", skills: [],
        shifts: (0..<3).map { RotaProblem.Shift(day: $0, start: 510, end: 810, from: base, to: base) },
        contactMinutes: 180)
    }
    let visits = (0..<16).map { visit in
      let day = random.below(3)
      return RotaProblem.Visit(
        id: VisitID("v\(visit)"), place: PlaceID("s\(1 + random.below(5))"), minutes: 30 + 15 * random.below(4),
        windows: [
          RotaProblem.Window(day: day, start: 540, end: 690),
          RotaProblem.Window(day: (day + 1) % 3, start: 600, end: 780),
        ],
        weight: 100 * (2 + random.below(6)))
    }
    var weights = RotaProblem.Weights()
    weights.travel = 1
    return try RotaProblem(
      name: "plain week", horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 3, step: 5),
      places: places, travel: try #require(RotaProblem.TravelTable(count: 6, minutes: minutes)), staff: staff,
      visits: visits, weights: weights)
  }
}
