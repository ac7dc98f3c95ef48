// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing

/// What pricing says of a working day, against every route that there is.
@Suite struct PricingTests {
  @Test(arguments: UInt64(1)...18)
  func noRouteOfACrowdedDayIsMissedOrCheaperThanTold(seed: UInt64) throws {
    let visits = 6 + Int(seed % 7)
    let problem = try CrowdedDay.make(seed: seed, visits: visits, isMetric: seed % 2 == 0)
    let outcome = try #require(PricingTwin.compare(over: 25, on: problem, seed: seed))
    #expect(outcome.wrong == nil)
    #expect(outcome.routes >= visits / 3 && outcome.found > 0)
  }

  /// A route no longer remembers all that it has met.
  @Test(arguments: UInt64(50)...57)
  func withMoreThanARouteRemembersTheLowestIsNeverTooHigh(seed: UInt64) throws {
    let problem = try CrowdedDay.make(seed: seed, visits: 20, isMetric: true)
    let outcome = try #require(PricingTwin.compare(over: 15, on: problem, seed: seed, near: 4))
    #expect(outcome.wrong == nil)
    #expect(outcome.routes > 20 && outcome.found > 0)
  }

  /// Joint visits, pins, published rotas, minutes off every grid.
  @Test(arguments: UInt64(400)...440)
  func noRouteOfAnOddWeekIsMissedOrCheaperThanTold(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, visits: 1...6)
    let outcome = try #require(PricingTwin.compare(over: 8, on: problem, seed: seed))
    #expect(outcome.wrong == nil)
  }
}
