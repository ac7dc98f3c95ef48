// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct PaperLineTests {
  @Test(arguments: ["--CCICII ASOSNS", "..ccicii asosns", "--CCICIIASOSNS", "  --CCICII \t ASOSNS "])
  func oneKeyAnItemIsRead(_ line: String) throws {
    let paper = try PaperLine(parsing: line, for: OpenDemo.screener())
    #expect(paper.answers == OpenDemo.goldenAnswers)
  }

  @Test(arguments: [
    ("--CCICI ASOSNS", "section U has 7 keys for its 8 items"),
    ("--CCICIIASOSN", "13 keys for the 14 items of elsec.open-demo"),
    ("--CC ICII ASOSNS", "3 groups of keys for 2 sections"),
    ("--CCICII ASOSNC", "key 14 (item E6) is not one the item takes"),
    ("--CCXCII ASOSNS", "key 5 (item U5) is not one the item takes"),
    ("", "0 keys for the 14 items of elsec.open-demo"),
  ])
  func aLineThatDoesNotFitIsRefusedWithItsPlace(_ line: String, _ message: String) throws {
    let screener = try OpenDemo.screener()
    let fault = #expect(throws: Fault.self) { try PaperLine(parsing: line, for: screener) }
    #expect(fault?.message == message)
    #expect(fault?.hint?.isEmpty == false)
  }

  @Test func twoTypingsAreCompared() throws {
    let screener = try OpenDemo.screener()
    let first = try PaperLine(parsing: "--CCICII ASOSNS", for: screener).answers
    let second = try PaperLine(parsing: "--CCICIN ASOS-S", for: screener).answers
    #expect(screener.differences(between: first, and: first) == [])
    let found = screener.differences(between: first, and: second)
    #expect(found.map(\.item.rawValue) == ["U8", "E5"])
    #expect(found.map { $0.first?.rawValue } == ["I", "NEV"])
    #expect(found.map { $0.second?.rawValue } == ["NR", nil])
  }
}
