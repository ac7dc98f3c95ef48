// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct TravelStatementTests {
  @Test func theFormulaIsStatedWithItsError() {
    let estimate = TravelEstimate(places: Array(TravelEstimateTests.places().prefix(3)), step: 5)
    #expect(
      estimate.statement.text
        == "Travel times: all by formula: straight line × circuity (1.72 − 0.14 ln km), 32, 38, 48, 60 km/h by "
        + "distance. Of times modelled like this, half are within 5 minutes of the real one, 77 % within 10 and "
        + "90 % within 15 (Haynes 2006). 5 minutes for parking and signing in are added at every visit."
    )
  }

  @Test func eachSourceIsCounted() throws {
    let matrix = try TravelMatrix([.init(origin: PlaceID("base"), destination: PlaceID("near"), minutes: 31)])
    let text = TravelEstimate(places: TravelEstimateTests.places(), matrix: matrix, step: 5).statement.text
    #expect(text.contains("2 of 12 from the imported travel times."))
    #expect(text.contains("4 of 12 by formula"))
    #expect(
      text.contains("6 of 12 to or from places without a position: counted as the longest of the week.")
    )
  }

  @Test func aWholeMatrixNeedsNoFormula() throws {
    let matrix = try TravelMatrix([.init(origin: PlaceID("base"), destination: PlaceID("near"), minutes: 31)])
    let text = TravelEstimate(places: Array(TravelEstimateTests.places().prefix(2)), matrix: matrix, step: 5)
      .statement.text
    #expect(text.hasPrefix("Travel times: all from the imported travel times."))
    #expect(!text.contains("formula"))
  }
}
