// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

/// Repairs of made-up weeks, judged by the referee alone.
@Suite struct RepairTests {
  /// A week with a rota, and one of its people away for a day.
  private func disrupted(_ seed: UInt64) async throws -> (RotaProblem, held: RotaAnswer)? {
    let problem = try RandomProblem.make(seed: seed, visits: 12...30)
    let held = await RotaSolver.solve(problem, options: SolverOptions(iterations: 200, seed: seed))
    guard let first = held.assignments.first, let person = first.staff.first else { return nil }
    let changed = try problem.replacing(published: held.assignments)
      .disrupted(by: [.absence(person, day: first.day, hours: nil)])
    return (changed, held)
  }

  @Test(arguments: 0..<30)
  func alternativesBreakNoRuleAndLieInOrderOnTheCurve(_ seed: UInt64) async throws {
    guard let (problem, held) = try await self.disrupted(seed) else { return }
    let repair = try await RotaRepairer.repair(
      problem, leftOut: Set(held.unassigned.map(\.visit)), options: RepairOptions(iterations: 150))
    #expect((1...3).contains(repair.alternatives.count))
    for alternative in repair.alternatives {
      let verdict = RotaReferee.check(alternative.answer, of: problem)
      #expect(verdict.isFeasible && verdict.cost.total == alternative.answer.cost)
      #expect(alternative.changes == RotaChanges(to: alternative.answer, of: problem))
      #expect(alternative.answer.unassigned.allSatisfy { !$0.reason.isEmpty })
    }
    for (one, next) in zip(repair.alternatives, repair.alternatives.dropFirst()) {
      #expect(one.changes.changes.count < next.changes.changes.count)
      #expect(one.runningCost > next.runningCost)
    }
    #expect(repair.position(of: .fewest) == 0)
    #expect(repair.position(of: .cheapest) == repair.alternatives.count - 1)
    let best = repair.alternatives.map(\.verdict.cost.total).min()
    #expect(repair.alternatives[repair.position(of: .balanced)].verdict.cost.total == best)
  }

  @Test(arguments: [3, 7, 11] as [UInt64])
  func theSameSeedGivesTheSameAlternatives(_ seed: UInt64) async throws {
    guard let (problem, _) = try await self.disrupted(seed) else { return }
    let options = RepairOptions(iterations: 150, seed: 5)
    let first = try await RotaRepairer.repair(problem, options: options)
    #expect(try await RotaRepairer.repair(problem, options: options) == first)
  }

  /// Forty visits at eight places, four people, two of whom could take on more.
  private func week() throws -> RotaProblem {
    let places = (0..<9).map { RotaProblem.Place(id: PlaceID("s\($0)"), name: "", rooms: 2) }
    let minutes = (0..<81).map { (cell: Int) -> Int32 in Int32(5 + ((cell / 9) * 7 + (cell % 9) * 7) % 16) }
    let base = PlaceID("s0")
    let shifts = (0..<5).map { RotaProblem.Shift(day: $0, start: 510, end: 990, from: base, to: base) }
    let staff = (0..<4).map { person in
      RotaProblem.Staff(id: StaffID("p\(person)"), name: "", role: "practitioner", skills: [], shifts: shifts)
    }
    let windows = (0..<5).map { RotaProblem.Window(day: $0, start: 540, end: 930) }
    let visits = (0..<40).map { visit in
      RotaProblem.Visit(
        id: VisitID("v\(visit)"), place: PlaceID("s\(1 + visit % 8)"), minutes: 45, windows: windows, weight: 400)
    }
    var weights = RotaProblem.Weights()
    (weights.travel, weights.changedStaff, weights.changedDay, weights.changedStart) = (1, 40, 40, 10)
    return try RotaProblem(
      name: "made-up week",
      horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 5, step: 5),
      places: places,
      travel: try #require(RotaProblem.TravelTable(count: 9, minutes: minutes)),
      staff: staff,
      visits: visits,
      weights: weights)
  }

  @Test(arguments: ["p0", "p1", "p2", "p3"])
  func withSomeoneAwayForTwoDaysWhatCanStayStays(_ person: String) async throws {
    let problem = try self.week()
    let held = await RotaSolver.solve(problem, options: SolverOptions(iterations: 400))
    let changed = try problem.replacing(published: held.assignments)
      .disrupted(by: [0, 1].map { .absence(StaffID(person), day: $0, hours: nil) })
    let repair = try await RotaRepairer.repair(changed, options: RepairOptions(iterations: 300))
    let fewest = repair.alternatives[0]
    let unchanged = repair.unchanged(in: fewest)
    #expect(unchanged.of == held.assignments.count - repair.standing.fallen.count)
    #expect(unchanged.kept * 100 >= unchanged.of * 85)
    #expect(fewest.answer.assignments.count == 40, "three people have room for all of them")
    let later = fewest.answer.assignments.filter { $0.staff == [StaffID(person)] && $0.day < 2 }
    #expect(later.isEmpty)
  }

  @Test func withNothingDisruptedTheFirstAlternativeChangesNothing() async throws {
    let problem = try self.week()
    let held = await RotaSolver.solve(problem, options: SolverOptions(iterations: 400))
    let same = try problem.replacing(published: held.assignments)
    let repair = try await RotaRepairer.repair(same, options: RepairOptions(iterations: 60))
    #expect(repair.alternatives[0].changes.changes.isEmpty)
    #expect(repair.standing.fallen.isEmpty)
  }

  @Test func visitsThatHaveBegunStayInEveryAlternative() async throws {
    let problem = try self.week()
    let held = await RotaSolver.solve(problem, options: SolverOptions(iterations: 400))
    let changed = try problem.replacing(published: held.assignments)
      .disrupted(by: [.absence(StaffID("p1"), day: 3, hours: nil)])
    let begun = held.assignments.filter { ($0.day, $0.start) < (2, 720) }
    let repair = try await RotaRepairer.repair(
      changed, from: .init(day: 2, minute: 720), options: RepairOptions(iterations: 200))
    #expect(!repair.alternatives.isEmpty)
    for alternative in repair.alternatives {
      #expect(Set(begun).isSubset(of: alternative.answer.assignments))
    }
  }

  @Test func aRepairThatWouldDropAVisitThatHasBegunIsNotOffered() async throws {
    let problem = try self.week()
    let held = await RotaSolver.solve(problem, options: SolverOptions(iterations: 100))
    let first = try #require(held.assignments.first { $0.day == 0 })
    let changed = try problem.replacing(published: held.assignments).disrupted(by: [.cancellation(first.visit)])
    let fault = await #expect(throws: Fault.self) {
      try await RotaRepairer.repair(changed, from: .init(day: 1), options: RepairOptions(iterations: 20))
    }
    #expect(fault?.code == .rotaRepairNotFound && fault?.place == "made-up week")
  }
}
