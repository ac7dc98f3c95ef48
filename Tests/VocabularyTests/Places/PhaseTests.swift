// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct PhaseTests {
  @Test(arguments: [
    ("2", Phase.primary), ("Nursery", .nursery), ("middle deemed primary", .middleDeemedPrimary),
  ])
  func theRegistersNumberOrWordsAreRead(_ text: String, _ phase: Phase) {
    #expect(Phase(text) == phase)
  }

  @Test(arguments: Phase.allCases)
  func everyPhaseReadsItsOwnWords(_ phase: Phase) {
    #expect(Phase(phase.title) == phase)
    #expect(Phase(String(phase.rawValue)) == phase)
  }

  @Test func otherWordsAreRefused() {
    #expect(Phase("Infant") == nil)
    #expect(Phase("8") == nil)
  }
}
