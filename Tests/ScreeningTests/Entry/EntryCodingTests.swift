// SPDX-License-Identifier: Apache-2.0

import Foundation
import Screening
import Testing
import Vocabulary

@Suite struct EntryCodingTests {
  @Test(arguments: [
    EntryEvent.answered(ItemCode("U3"), ResponseCode("C")), .skipped(ItemCode("U4")), .wentBack,
    .noted("tired \"today\""), .paused, .finished, .spoke("POL"), .spoke(""),
  ])
  func eventsAreReadBackAsWritten(_ event: EntryEvent) throws {
    let written = try JSONEncoder().encode(event)
    #expect(try JSONDecoder().decode(EntryEvent.self, from: written) == event)
  }

  @Test func answersAreAnObjectByItem() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let written = try encoder.encode(answers("U3 C E1 ALW"))
    #expect(String(decoding: written, as: UTF8.self) == #"{"E1":"ALW","U3":"C"}"#)
    #expect(try JSONDecoder().decode(ScreeningAnswers.self, from: written) == answers("U3 C E1 ALW"))
  }

  @Test func anAnswerInAnotherLanguageSaysSo() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var spoken = answers("U3 C E1 ALW")
    spoken.setLanguage("POL", of: ItemCode("E1"))
    let written = try encoder.encode(spoken)
    #expect(String(decoding: written, as: UTF8.self) == #"{"E1":{"code":"ALW","language":"POL"},"U3":"C"}"#)
    #expect(try JSONDecoder().decode(ScreeningAnswers.self, from: written) == spoken)
  }
}
