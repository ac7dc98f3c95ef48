// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct FaultTests {
  @Test func theDescriptionIsTheMessageItsPlaceAndTheHintOnALineOfItsOwn() {
    let fault = Fault(
      .malformed,
      "the birth date is after the test date",
      at: "children.csv:4:birth_date",
      maybe: "check the year of birth"
    )
    #expect(
      fault.description == """
        the birth date is after the test date (children.csv:4:birth_date)
          maybe: check the year of birth
        """
    )
  }

  @Test func placeAndHintMayBeMissing() {
    #expect(Fault(.malformed, "no").description == "no")
    #expect(Fault(.malformed, "no", at: "a:1").description == "no (a:1)")
    #expect(Fault(.malformed, "no", maybe: "yes").description == "no\n  maybe: yes")
  }

  @Test func theCauseIsKeptButNeverPrinted() {
    struct Secret: Error {}
    let fault = Fault(.malformed, "no", cause: Secret())
    #expect(fault.cause is Secret)
    #expect(!"\(fault)".contains("Secret"))
  }

  @Test func aKindIsTheExitStatus() {
    #expect(Fault.Kind.allCases.map(\.rawValue) == [1, 64, 65, 69, 70, 73, 77])
    #expect(Fault.Code.malformed.kind == .badInput)
  }

  @Test func theSourceLocationIsKept() {
    #expect(Fault(.malformed, "no").location.contains("FaultTests.swift:"))
  }
}
