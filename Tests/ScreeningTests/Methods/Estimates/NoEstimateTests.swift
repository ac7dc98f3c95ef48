// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct NoEstimateTests {
  @Test(arguments: [
    (NoEstimate.tooFew(n: 1, least: 3), "1 children with complete values; at least 3 are needed"),
    (.tooFewColumns(1, least: 2), "1 items or raters; at least 2 are needed"),
    (.unevenRows(row: 4), "row 4 has another number of values than the first"),
    (.badValue(row: 9), "row 9 has a value outside the range"),
    (.badParameter("level"), "level is outside its range"), (.noVariance, "all values are the same"),
    (.oneGroup, "all children are in one group or have one outcome"),
    (.emptyCells, "a cell that is divided by is empty"), (.noFit, "no fit"),
    (.improperSolution(item: 0), "item 1 has no error variance in the factor solution"),
  ])
  func everyReasonHasASentence(_ reason: NoEstimate, _ sentence: String) {
    #expect("\(reason)" == sentence)
  }
}
