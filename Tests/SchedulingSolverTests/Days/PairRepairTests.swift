// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing

/// What the exact repair makes of two working days, against every way to share their visits out.
@Suite struct PairRepairTests {
  @Test(arguments: UInt64(1)...60)
  func noWayToShareOutTheVisitsOfTwoDaysIsCheaperThanTheRepairedOne(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, visits: 8...16)
    let outcome = PairTwin.compare(over: 3, most: 5, on: problem, seed: seed)
    #expect(outcome.wrong == nil)
  }

  /// The minutes of a week decide which of two people can take a visit.
  @Test(arguments: UInt64(1)...24)
  func noWayIsCheaperWhereTheWeekIsFullLongBeforeItsDays(seed: UInt64) throws {
    let problem = try TightWeek.make(seed: seed)
    let outcome = PairTwin.compare(over: 3, most: 4, on: problem, seed: seed)
    #expect(outcome.wrong == nil)
  }

  @Test func cheaperWaysAreFoundAndFewPairsAreGivenUp() throws {
    var (compared, repaired, refused) = (0, 0, 0)
    for seed in UInt64(100)...130 {
      let problem = try RandomProblem.make(seed: seed, visits: 8...16)
      let outcome = PairTwin.compare(over: 4, most: 4, on: problem, seed: seed)
      compared += outcome.compared
      repaired += outcome.repaired
      refused += outcome.refused
    }
    #expect(compared > 100 && repaired > 20 && refused * 10 < compared)
  }
}
