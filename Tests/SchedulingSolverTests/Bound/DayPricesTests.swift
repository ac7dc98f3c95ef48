// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

/// Two hours of p1 on two mornings, and of p2 on the second. Only p1 may lead a group; more groups are asked for on the second
/// morning than p1 can lead, none on the first. p2 has one talk to give, and time to spare.
@Suite struct DayPricesTests {
  static func week() throws -> (problem: RotaProblem, answer: RotaAnswer) {
    let (base, nursery) = (PlaceID("base"), PlaceID("s1"))
    func person(_ id: String, _ skill: String, days: Range<Int>) -> RotaProblem.Staff {
      RotaProblem.Staff(
        id: StaffID(id), name: id, role: skill, skills: [skill],
        shifts: days.map { .init(day: $0, start: 540, end: 660, from: base, to: nursery) })
    }
    func visit(_ id: String, _ skill: String) -> RotaProblem.Visit {
      RotaProblem.Visit(
        id: VisitID(id), place: nursery, minutes: 30, slots: [[skill]], windows: [.init(day: 1, start: 540, end: 660)],
        weight: 100)
    }
    var weights = RotaProblem.Weights()
    weights.travel = 1
    let problem = try RotaProblem(
      name: "prices", horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 2, step: 5),
      places: [.init(id: base, name: "", rooms: 9), .init(id: nursery, name: "", rooms: 9)],
      travel: try #require(.init(count: 2, minutes: [0, 10, 10, 0])),
      staff: [person("p1", "group", days: 0..<2), person("p2", "talk", days: 1..<2)],
      visits: (1...7).map { visit("v\($0)", "group") } + [visit("talk", "talk")], weights: weights)
    let answer = problem.answer([
      .init(visit: VisitID("v1"), staff: [StaffID("p1")], day: 1, start: 550),
      .init(visit: VisitID("talk"), staff: [StaffID("p2")], day: 1, start: 550),
    ])
    return (problem, answer)
  }

  /// Another p1 leads three groups of 100 for 10 of travel; the rest of the days serves nothing that is left out.
  @Test func aDayIsWorthTheVisitsThatItWouldServe() throws {
    let (problem, answer) = try Self.week()
    #expect(
      Set(DayPrices.of(problem, from: answer)) == [
        DayPrice(staff: StaffID("p1"), day: 0, points: 0),
        DayPrice(staff: StaffID("p1"), day: 1, points: 290),
        DayPrice(staff: StaffID("p2"), day: 1, points: 0),
      ])
  }

  /// What the price says is what a solve of the week with that day more, or another, saves.
  @Test(arguments: [("p1", 0, 0), ("p1", 1, 290), ("p2", 1, 0)])
  func aSolveWithTheDaySavesItsPrice(staff: String, day: Int, points: Int) async throws {
    let (problem, _) = try Self.week()
    let model = try #require(problem.staff.first { $0.id == StaffID(staff) })
    let more = RotaProblem.Staff(
      id: StaffID("more"), name: "", role: model.role, skills: model.skills,
      shifts: model.shifts.filter { $0.day == day })
    let options = SolverOptions(iterations: 200, seed: 1)
    let before = try #require(await RotaSolver.solve(problem, options: options).cost)
    let longer = try ExtraHalfDay(more).applied(to: problem)
    let after = try #require(await RotaSolver.solve(longer, options: options).cost)
    #expect(before - after == points)
  }

  /// One solve a profile: without prices of its own the advisor spends it on the day that the bound prices.
  @Test func theAdvisorSolvesForTheDayThatThePricesPraise() async throws {
    let (problem, answer) = try Self.week()
    var options = HalfDayAdvisor.Options()
    (options.iterations, options.solvesAProfile) = (60, 1)
    let advice = try await HalfDayAdvisor.advise(on: answer, of: problem, options: options)
    #expect(advice.results.map(\.change.person.shifts[0].day) == [1])
    #expect(advice.results.map(\.weight) == [400])
    // Prices that praise the other day lead it there, and it finds nothing.
    options.prices = [
      DayPrice(staff: StaffID("p1"), day: 0, points: 290), DayPrice(staff: StaffID("p1"), day: 1, points: 0),
    ]
    let misled = try await HalfDayAdvisor.advise(on: answer, of: problem, options: options)
    #expect(misled.results.isEmpty && misled.idle.map(\.role) == ["group"])
  }

  @Test func aDayThatNobodyWorksHasNoPrice() throws {
    let (problem, answer) = try Self.week()
    let idle = RotaProblem.Staff(id: StaffID("p3"), name: "", role: "group", skills: ["group"], shifts: [])
    let prices = DayPrices.of(try ExtraHalfDay(idle).applied(to: problem), from: answer)
    #expect(prices.count == 3 && !prices.contains { $0.staff == StaffID("p3") })
  }
}
