// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing

/// The one limit that ties a person's days together: what was found for Monday no longer fits once Tuesday has filled the week.
@Suite struct WeekMinutesTests {
  @Test(arguments: UInt64(1)...24)
  func noMoveOverfillsAWeekAndTheSumsStayTrue(seed: UInt64) throws {
    let problem = try TightWeek.make(seed: seed)
    #expect(SlowTwin.firstDisagreement(over: 60, on: problem, seed: seed) == nil)
  }

  /// The limit is what leaves visits out: without it more are placed.
  @Test(arguments: UInt64(1)...6)
  func theLimitBindsInTheseWeeks(seed: UInt64) async throws {
    let problem = try TightWeek.make(seed: seed)
    let free = try TightWeek.make(seed: seed, isLimited: false)
    let options = SolverOptions(iterations: 300, seed: seed)
    let tight = await RotaSolver.solve(problem, options: options)
    let loose = await RotaSolver.solve(free, options: options)
    #expect(RotaReferee.check(tight, of: problem).isFeasible)
    #expect(!RotaReferee.check(loose, of: problem).isFeasible)
    #expect(loose.assignments.count > tight.assignments.count)
  }
}
