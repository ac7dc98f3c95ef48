// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct RoundingTests {
  @Test(arguments: [
    (0.5, 1), (-0.5, 0), (1.5, 2), (-1.5, -1), (2.4999999, 2), (0.49999999999999994, 0), (86.5, 87),
    (-2.51, -3),
    (4503599627370497.0, 4_503_599_627_370_497),
  ])
  func aHalfGoesUp(_ value: Double, _ rounded: Int) { #expect(Rounding.halfUp(value) == rounded) }

  @Test(arguments: [Double.nan, .infinity, 1e19]) func whatIsNoWholeNumberHasNoRounding(_ value: Double) {
    #expect(Rounding.halfUp(value) == nil)
  }
}
