// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

@Suite struct RoutingSolverTests {
  @Test(arguments: UInt64(1)...20, RoutingDistance.allCases)
  func noRoutesAreShorterThanThoseFoundForAFewCustomers(seed: UInt64, convention: RoutingDistance) async throws {
    let problem = try MadeUpRouting.problem(customers: 3 + Int(seed % 5), seed: seed)
    let answer = await RoutingSolver.solve(
      problem, convention: convention, options: SolverOptions(iterations: 3_000, seed: seed))
    let verdict = RoutingReferee.check(answer, of: problem)
    #expect(verdict.isFeasible, "\(verdict.broken)")
    #expect(verdict.isClaimTrue)
    let shortest = try #require(MadeUpRouting.shortest(problem, convention))
    #expect((verdict.distance - shortest).magnitude < 1e-3, "\(verdict.distance) is not \(shortest)")
  }

  @Test(arguments: UInt64(1)...6)
  func fewVehiclesAreNotExceeded(seed: UInt64) async throws {
    let problem = try MadeUpRouting.problem(customers: 6, vehicles: 2, capacity: 70, seed: seed)
    let answer = await RoutingSolver.solve(problem, options: SolverOptions(iterations: 5_000, seed: 1))
    let verdict = RoutingReferee.check(answer, of: problem)
    guard let shortest = MadeUpRouting.shortest(problem, .exact) else {
      #expect(!verdict.isFeasible)
      #expect(verdict.broken.allSatisfy { $0.hasSuffix("is served 0 times") }, "\(verdict.broken)")
      return
    }
    #expect(verdict.isFeasible, "\(verdict.broken)")
    #expect((verdict.distance - shortest).magnitude < 1e-3, "\(verdict.distance) is not \(shortest)")
  }

  @Test func moreRoundsServeTwentyFiveCustomersOnShorterRoutes() async throws {
    let problem = try MadeUpRouting.problem(customers: 25, seed: 25)
    var distances: [Double] = []
    for rounds in [0, 20_000] {
      let answer = await RoutingSolver.solve(problem, options: SolverOptions(iterations: rounds, seed: 1))
      let verdict = RoutingReferee.check(answer, of: problem)
      #expect(verdict.isFeasible, "\(verdict.broken)")
      #expect(verdict.isClaimTrue)
      distances.append(verdict.distance)
    }
    #expect(distances[1] < distances[0] * 0.97, "\(distances)")
  }

  @Test(arguments: [1, 3])
  func theSameSeedAndRoundsGiveTheSameRoutes(threads: Int) async throws {
    let problem = try MadeUpRouting.problem(customers: 25, seed: 4)
    let options = SolverOptions(iterations: 500, seed: 9, threads: threads)
    let first = await RoutingSolver.solve(problem, options: options)
    #expect(await RoutingSolver.solve(problem, options: options) == first)
  }

  @Test func aDepotAloneHasNoRoutes() async throws {
    let problem = try MadeUpRouting.problem(customers: 0, vehicles: 1, seed: 1)
    let answer = await RoutingSolver.solve(problem, options: SolverOptions(iterations: 10))
    #expect(answer.routes.isEmpty)
    #expect(answer.distance == 0)
  }

  @Test func aCustomerWhomNoVehicleCanReachIsInNoRoute() async throws {
    let made = try MadeUpRouting.problem(customers: 4, seed: 2)
    var sites = made.sites
    sites[3].x = 10_000
    let problem = try RoutingProblem(name: "far", vehicles: 4, capacity: made.capacity, sites: sites)
    let answer = await RoutingSolver.solve(problem, options: SolverOptions(iterations: 200))
    #expect(answer.routes.joined().sorted() == [1, 2, 4])
    #expect(RoutingReferee.check(answer, of: problem).broken == ["customer 3 is served 0 times"])
  }
}
