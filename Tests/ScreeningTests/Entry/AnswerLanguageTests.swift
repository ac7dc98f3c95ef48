// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// In which language each answer was given.
@Suite struct AnswerLanguageTests {
  private func session() throws -> EntrySession { try EntrySession(of: OpenDemo.screener(), atMonths: 40) }

  @Test func answersFromThenOnAreInThatLanguageUntilTheUsualOne() throws {
    var session = try self.session()
    try session.answer(key: "C")
    try session.take(.spoke("POL"))
    try session.answer(key: "C")
    try session.take(.spoke(""))
    try session.answer(key: "C")
    #expect(session.answers.items.map(\.rawValue) == ["U1", "U2", "U3"])
    #expect(session.answers.languages == [ItemCode("U2"): "POL"])
    #expect(session.language == nil)
    let again = try EntrySession(of: OpenDemo.screener(), atMonths: 40, replaying: session.events)
    #expect(again == session)
  }

  @Test func aStepBackTakesTheLanguageOfTheAnswerAway() throws {
    var session = try self.session()
    try session.take(.spoke("POL"))
    try session.answer(key: "C")
    try session.take(.wentBack)
    try session.take(.spoke(""))
    try session.answer(key: "I")
    #expect(session.answers.languages.isEmpty)
  }

  @Test(arguments: ["pol", "Polish", "P", " ", "POL "]) func onlyCensusCodesAreTaken(_ code: String) throws {
    var session = try self.session()
    let before = session
    let fault = #expect(throws: Fault.self) { try session.take(.spoke(code)) }
    #expect(fault?.code == .entryUnknownLanguage)
    #expect(session == before)
  }

  @Test func aLanguageGoesWithItsAnswer() {
    var answers = ScreeningAnswers(
      [ItemCode("U1"): ResponseCode("C")],
      languages: [ItemCode("U1"): "POL", ItemCode("U2"): "POL"]
    )
    #expect(answers.languages == [ItemCode("U1"): "POL"])
    answers[ItemCode("U1")] = ResponseCode("I")
    #expect(answers.languages == [ItemCode("U1"): "POL"])
    answers.setLanguage("POL", of: ItemCode("U3"))
    answers[ItemCode("U1")] = nil
    #expect(answers.languages.isEmpty)
  }
}
