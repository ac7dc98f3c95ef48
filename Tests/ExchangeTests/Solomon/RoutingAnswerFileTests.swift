// SPDX-License-Identifier: Apache-2.0

import Exchange
import Scheduling
import Testing
import Vocabulary

@Suite struct RoutingAnswerFileTests {
  @Test(arguments: RoutingDistance.allCases)
  func whatIsWrittenIsReadBack(_ convention: RoutingDistance) throws {
    let answer = RoutingAnswer(problem: "TINY", convention: convention, routes: [[2, 1], [3]], distance: 0.1 + 0.2)
    #expect(try RoutingAnswerFile.decode(try RoutingAnswerFile.encode(answer)) == answer)
  }

  @Test func theConventionStandsBesideTheDistance() throws {
    let answer = RoutingAnswer(problem: "TINY", convention: .truncated1, routes: [[2, 1], [3]], distance: 12.5)
    let text = String(decoding: try RoutingAnswerFile.encode(answer), as: UTF8.self)
    #expect(
      text == #"{"convention":"truncated-1","distance":12.5,"format":"elsec-routes/1","instance":"TINY","#
        + #""routes":[[2,1],[3]],"vehicles":2}"# + "\n")
  }

  @Test(arguments: [
    (#"{"format":"elsec-routes/1","instance":"T","routes":[],"convention":"rounded"}"#, "rota.file-malformed"),
    (#"{"format":"elsec-routes/1","instance":"T","routes":[1],"convention":"exact"}"#, "rota.file-malformed"),
    (#"{"format":"elsec-rota-answer/1","instance":"T","routes":[],"convention":"exact"}"#, "rota.format-unknown"),
  ])
  func aFileOfAnotherFormIsRefused(_ text: String, code: String) throws {
    let fault = try #require(throws: Fault.self) { try RoutingAnswerFile.decode(Array(text.utf8)) }
    #expect(fault.code.name == code)
  }
}
