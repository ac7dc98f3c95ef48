// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct McDonaldOmegaTests {
  /// Computed with psych 2.2.9 (omega of one minres factor).
  @Test func sixItemsAsPsychHasThem() throws {
    let found = try McDonaldOmega(SixItems.rows + [[nil, 1, 1, 1, 1, 1]])
    #expect(isClose(found.omega.value, 0.673_582_988_8, within: 1e-7))
    #expect(found.omega.n == 60)
    #expect(found.omega.interval == nil)
    #expect(found.factor.leftOut == 1)
  }

  @Test func withoutAFactorThereIsNone() {
    #expect(throws: NoEstimate.tooFewColumns(2, least: 3)) { try McDonaldOmega([[1, 2], [2, 1], [3, 3]]) }
  }
}
