// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct RoutingRefereeTests {
  /// The depot and three customers on a line, ten apart; the second can be served from minute 30 to 35 only.
  static func line(vehicles: Int = 2, capacity: Int = 10) throws -> RoutingProblem {
    func site(_ x: Double, _ demand: Int, _ ready: Double, _ due: Double) -> RoutingProblem.Site {
      .init(x: x, y: 0, demand: demand, ready: ready, due: due, service: 5)
    }
    return try RoutingProblem(
      name: "line", vehicles: vehicles, capacity: capacity,
      sites: [site(0, 0, 0, 80), site(10, 4, 0, 80), site(20, 4, 30, 35), site(30, 4, 0, 70)])
  }

  static let judged: [(routes: [[Int]], broken: [String], distance: Double)] = [
    ([[1, 2], [3]], [], 100),
    ([[2, 1], [3], []], ["3 routes are driven by 2 vehicles"], 100),
    ([[1, 2, 3]], ["route 1: a load of 12 is over the capacity of 10"], 60),
    ([[3, 2], [1]], ["route 1: customer 2 is reached at 45.0, 10.0 late"], 80),
    ([[1, 2]], ["customer 3 is served 0 times"], 40),
    ([[1, 2], [3, 1]], ["customer 1 is served 2 times"], 100),
    ([[1, 2], [3, 7, 0]], ["route 2: there is no customer 7", "route 2: there is no customer 0"], 100),
    ([], (1...3).map { "customer \($0) is served 0 times" }, 0),
  ]

  @Test(arguments: judged)
  func routesAreJudgedFromTheProblemAlone(_ routes: [[Int]], broken: [String], distance: Double) throws {
    let answer = RoutingAnswer(problem: "line", convention: .exact, routes: routes)
    let verdict = RoutingReferee.check(answer, of: try Self.line())
    #expect(verdict.broken == broken)
    #expect(verdict.distance == distance)
    #expect(verdict.isClaimTrue)
  }

  @Test func aLateReturnIsTold() throws {
    var sites = try Self.line().sites
    sites[0].due = 54
    let problem = try RoutingProblem(name: "early", vehicles: 3, capacity: 10, sites: sites)
    let answer = RoutingAnswer(problem: "early", convention: .exact, routes: [[1], [2], [3]])
    #expect(
      RoutingReferee.check(answer, of: problem).broken == [
        "route 2: the depot is reached at 55.0, 1.0 late", "route 3: the depot is reached at 65.0, 11.0 late",
      ])
  }

  @Test(arguments: [(100.0, true), (100.000_001, true), (99.9, false), (100.1, false), (.nan, false)])
  func aClaimOffByMoreThanAMillionthIsFalse(_ claimed: Double, isTrue: Bool) throws {
    let answer = RoutingAnswer(problem: "line", convention: .exact, routes: [[1, 2], [3]], distance: claimed)
    #expect(RoutingReferee.check(answer, of: try Self.line()).isClaimTrue == isTrue)
  }

  @Test(arguments: [(RoutingDistance.exact, 5.0.squareRoot()), (.truncated1, 2.2)])
  func aConventionSaysHowALegIsCounted(_ convention: RoutingDistance, expected: Double) {
    let a = RoutingProblem.Site(x: 1, y: 1, demand: 0, ready: 0, due: 1, service: 0)
    let b = RoutingProblem.Site(x: 2, y: 3, demand: 0, ready: 0, due: 1, service: 0)
    #expect(convention.between(a, b) == expected)
    #expect(convention.between(b, a) == expected)
  }
}
