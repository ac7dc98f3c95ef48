// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func agesRunUpwardsAndEveryMonthHasASection() {
  let rule = "screener.age-range"
  #expect(
    findings(of: rule) { $0.age.range = InclusiveRange(71, 36) }
      == ["age.range: the screener is for 71 to 36 months"]
  )
  #expect(
    findings(of: rule) { $0.sections[0].ages = InclusiveRange(30, 71) }
      == ["sections[0].ages: section U is for 30 to 71 months, the screener for 36 to 71"]
  )
  #expect(
    findings(of: rule) { definition in
      definition.sections[0].ages = InclusiveRange(36, 47)
      definition.sections[1].ages = InclusiveRange(36, 59)
    } == ["sections: no section is given at 60 to 71 months"]
  )
}
