// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct FaultTests {
  @Test func anUnknownItemIsNamedWithTheItemsThereAre() throws {
    let screener = try OpenDemo.screener()
    let fault = #expect(throws: Fault.self) {
      try screener.score(answers("U9 C"), in: OpenDemo.child(months: 50))
    }
    #expect(fault?.code == .unknownItem)
    #expect(fault?.message == "elsec.open-demo 1.2.0 has no item U9")
    #expect(fault?.hint == "its items are U1, U2, U3, U4, U5, U6, U7, U8, E1, E2, E3, E4, E5, E6")
  }

  @Test func anUnknownResponseNamesTheItemAndItsCodesAndNotWhatWasTyped() throws {
    let screener = try OpenDemo.screener()
    let fault = #expect(throws: Fault.self) {
      try screener.score(answers("U3 ALW"), in: OpenDemo.child(months: 50))
    }
    #expect(fault?.code == .unknownResponse)
    #expect(fault?.message == "item U3 has a response it does not take; it takes C, I, NR, NA")
    #expect(fault?.place == "U3")
  }

  @Test func aTestBeforeTheBirthIsAFault() throws {
    var child = OpenDemo.child(months: 50)
    swap(&child.birthDate, &child.testDate)
    let screener = try OpenDemo.screener()
    let fault = #expect(throws: Fault.self) { try screener.score(OpenDemo.goldenAnswers, in: child) }
    #expect(fault?.code == .testBeforeBirth)
  }

  @Test func aRowThatCannotBeReadKeepsItsColumns() throws {
    let screener = try OpenDemo.screener()
    let result = screener.unscored(because: Fault(.unknownItem, "…"))
    #expect(result.scores.map(\.text) == [String](repeating: "", count: 9))
    #expect(result.flags.map(\.description) == ["unscorable:screening.unknown-item"])
    #expect(!result.isScored)
  }

  @Test func aRowOfCellsIsReadInItemOrder() throws {
    let screener = try OpenDemo.screener()
    let cells = ["", "", "C", "C", "I", "C", "I", "I", "ALW", "SOM", "NOB", "SOM", "NEV", "SOM"]
    #expect(try screener.sheet(inItemOrder: cells) == screener.sheet(of: OpenDemo.goldenAnswers))
    #expect(try screener.answers(of: screener.sheet(inItemOrder: cells)) == OpenDemo.goldenAnswers)
    let short = #expect(throws: Fault.self) { try screener.sheet(inItemOrder: ["C"]) }
    #expect(short?.message == "1 cells for the 14 items of elsec.open-demo")
    let wrong = #expect(throws: Fault.self) {
      try screener.sheet(inItemOrder: ["0"] + [String](repeating: "", count: 13))
    }
    #expect(wrong?.message == "item U1 has a response it does not take; it takes C, I, NR, NA")
  }

  @Test func anUnsoundDefinitionNeverScores() {
    var definition = OpenDemo.definition
    definition.bands[1].from = 83
    let fault = #expect(throws: Fault.self) { try PreparedScreener(definition) }
    #expect(fault?.code == .screenerUnsound)
    #expect(fault?.message == "elsec.open-demo 1.2.0: ss.all 82 has no band")
    #expect(fault?.place == "bands[1].from")
  }

  @Test func aLicensedShapeWaitsForTheHoldersFile() {
    var definition = OpenDemo.definition
    definition.licence.needs = ["wording", "cuts"]
    let fault = #expect(throws: Fault.self) { try PreparedScreener(definition) }
    #expect(fault?.code == .screenerNeedsLicence)
    #expect(fault?.message == "elsec.open-demo 1.2.0 has no wording, cuts")
  }

  @Test(arguments: ["prorated:raw.e", "age-outside", "not-normed:home-language"])
  func flagsAreReadBack(_ text: String) {
    #expect(ScreeningFlag(parsing: text)?.description == text)
  }

  @Test func anUnknownFlagIsNotGuessed() { #expect(ScreeningFlag(parsing: "purple:U") == nil) }
}
