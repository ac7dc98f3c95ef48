// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct AgeSpanTests {
  @Test func bothEndsBelongToASpan() throws {
    let months = AgeSpan.months(36...47)
    #expect([35, 36, 47, 48].map { months.holds(months: $0, year: nil) } == [false, true, true, false])
    let years = try PathwaySamples.years("N2", "R")
    #expect(
      ["N1", "N2", "R", "1"].map { years.holds(months: nil, year: NCYear($0)) } == [false, true, true, false]
    )
  }

  @Test func anUnknownAgeIsInNoSpan() throws {
    #expect(!AgeSpan.months(0...200).holds(months: nil, year: .reception))
    #expect(try !PathwaySamples.years("E1", "13").holds(months: 50, year: nil))
  }

  @Test func aSpanReadsWell() throws {
    #expect(AgeSpan.months(36...47).description == "36 to 47 months")
    #expect(try PathwaySamples.years("N1", "R").description == "N1 to R")
    #expect(try PathwaySamples.years("R", "R").description == "R")
  }
}
