// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct AgeEquivalentTests {
  @Test(arguments: [
    (11.0, AgeEquivalent.months(41.454_545_454_545_45)), (9, .months(36)), (17.8, .months(72)),
    (13.1, .months(48)),
    (8.9, .below(months: 36)), (18, .above(months: 72)),
  ])
  func theAgeWhoseMedianIsTheSum(_ sum: Double, _ expected: AgeEquivalent) {
    let found = AgeEquivalent(of: sum, in: OpenDemo.definition.norms[0])
    if case .months(let months) = expected, case .months(let age)? = found {
      #expect(isClose(age, months))
    } else {
      #expect(found == expected)
    }
  }

  @Test func anEmptyTableHasNoAges() {
    var norms = OpenDemo.definition.norms[0]
    norms.rows = []
    #expect(AgeEquivalent(of: 11, in: norms) == nil)
  }
}
