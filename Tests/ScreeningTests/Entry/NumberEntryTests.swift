// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct NumberEntryTests {
  static let definition = Small.definition(
    [OpenDemo.section("N", "num", 2), OpenDemo.section("E", "obs", 3)],
    [("raw", Small.sum("N")), ("mean", .mean(MeanScore(sections: [SectionID("E")])))]
  ) { $0.responses[0] = ResponseSet(id: ResponseSetID("num"), numbers: InclusiveRange(-20, 160)) }

  @Test func aNumberIsItsOwnCodeAndItsOwnPoints() throws {
    let screener = try PreparedScreener(Self.definition)
    var session = try EntrySession(of: screener, atMonths: 50)
    #expect(session.prompt?.choices == [])
    #expect(session.prompt?.number == InclusiveRange(-20, 160))
    try session.answer(number: 87)
    try session.answer(number: -20)
    #expect(session.prompt?.item == ItemCode("E1"))
    #expect(session.prompt?.number == nil)
    for _ in 0..<3 { try session.answer(key: "A") }
    #expect(session.answers == answers("N1 87 N2 -20 E1 ALW E2 ALW E3 ALW"))
    #expect(try screener.score(session.answers, in: OpenDemo.child(months: 50)).number("raw") == 67)
  }

  @Test(arguments: [161, -21, .max, .min]) func aNumberOutsideIsRefused(_ number: Int) throws {
    var session = try EntrySession(of: PreparedScreener(Self.definition), atMonths: 50)
    let before = session
    let fault = #expect(throws: Fault.self) { try session.answer(number: number) }
    #expect(fault?.code == .unknownResponse)
    #expect(fault?.message == "item N1 takes whole numbers from -20 to 160")
    #expect(throws: Fault.self) { try session.answer(key: "8") }
    #expect(session == before)
  }

  @Test(arguments: ["087", "+87", "87.0", " 87", "8 7", "-0", "1e2", "", "99999999999999999999", "٨"])
  func onlyAPlainWholeNumberIsOne(_ code: String) throws {
    let screener = try PreparedScreener(Self.definition)
    let fault = #expect(throws: Fault.self) {
      try screener.sheet(of: ScreeningAnswers([ItemCode("N1"): ResponseCode(code)]))
    }
    #expect(fault?.code == .unknownResponse)
  }

  @Test(
    arguments: [
      ("87,4 ASN", "N1 87 N2 4 E1 ALW E2 SOM E3 NEV"), ("-,4 A-N", "N2 4 E1 ALW E3 NEV"),
      ("-7,. aso", "N1 -7 E1 ALW E2 SOM E3 NOB"), ("-,- ---", ""),
    ])
  func aPaperLineHoldsNumbersWithCommas(_ line: String, _ text: String) throws {
    #expect(try PaperLine(parsing: line, for: PreparedScreener(Self.definition)).answers == answers(text))
  }

  @Test(
    arguments: [
      ("87,4", "1 groups of keys for 2 sections"), ("87 4 ASN", "3 groups of keys for 2 sections"),
      ("87 ASN", "section N has 1 answers for its 2 items"), ("87,4, ASN", "section N has 3 answers for its 2 items"),
      ("87,161 ASN", "the answer of item N2 is not one it takes"),
      ("87, ASN", "the answer of item N2 is not one it takes"),
      ("8x,4 ASN", "the answer of item N1 is not one it takes"),
      ("87,4 ASX", "the answer of item E3 is not one it takes"),
      ("87,4 AS", "section E has 2 answers for its 3 items"), ("", "0 groups of keys for 2 sections"),
    ])
  func aLineThatDoesNotFitIsRefusedWithoutRepeatingIt(_ line: String, _ message: String) throws {
    let screener = try PreparedScreener(Self.definition)
    let fault = #expect(throws: Fault.self) { try PaperLine(parsing: line, for: screener) }
    #expect(fault?.message == message)
    #expect(fault?.hint?.isEmpty == false)
  }
}
