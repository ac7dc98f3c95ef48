// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing

@Suite struct TravelFormulaTests {
  let formula = TravelFormula()

  /// Straight-line kilometres and the driving minutes they are known to stand for.
  @Test(arguments: [(2_000, 5), (5_000, 12), (10_000, 18), (20_000, 26)])
  func knownDistancesComeOutWithinAMinute(_ metres: Int, _ minutes: Int) {
    #expect(abs(self.formula.drivingHundredths(straightMetres: metres) - minutes * 100) <= 100)
  }

  @Test func aLongerJourneyNeverTakesLess() {
    var (before, road) = (0, 0.0)
    for metres in stride(from: 0, through: 60_000, by: 25) {
      let driving = self.formula.drivingHundredths(straightMetres: metres)
      let kilometres = self.formula.roadKilometres(straightMetres: metres)
      #expect(driving >= before)
      #expect(kilometres >= road)
      (before, road) = (driving, kilometres)
    }
  }

  @Test func circuityStaysInItsRange() {
    #expect(self.formula.roadKilometres(straightMetres: 100) == 0.1 * 1.75)
    #expect(abs(self.formula.roadKilometres(straightMetres: 1_000) - 1.72) < 1e-9)
    #expect(abs(self.formula.roadKilometres(straightMetres: 200_000) - 200 * 1.15) < 1e-9)
    #expect(self.formula.roadKilometres(straightMetres: 0) == 0)
  }

  @Test(arguments: [
    (0, true, 5, 5), (0, false, 5, 0), (1, false, 5, 5), (563, true, 5, 15), (500, true, 5, 10),
    (563, true, 1, 11),
    (563, false, 1, 6), (600, false, 1, 6), (601, false, 1, 7), (563, true, 0, 11),
  ])
  func minutesAreRoundedUpToTheStep(_ driving: Int, _ visit: Bool, _ step: Int, _ minutes: Int) {
    #expect(self.formula.minutes(drivingHundredths: driving, endsAtVisit: visit, step: step) == minutes)
  }

  @Test func aSpeedOfZeroIsALongJourneyAndNoCrash() {
    var formula = TravelFormula()
    formula.steps = []
    formula.kilometresAnHourBeyond = 0
    #expect(formula.drivingHundredths(straightMetres: 1_000) == 168 * 6000)
    #expect(formula.drivingHundredths(straightMetres: 0) == 0)
  }
}
