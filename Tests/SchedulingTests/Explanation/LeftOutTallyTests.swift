// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

struct LeftOutTallyTests {
  private static func groups(_ reasons: String...) -> [String] {
    let left = reasons.enumerated().map { RotaAnswer.LeftOut(visit: VisitID("v\($0.offset)"), reason: $0.element) }
    return LeftOutTally(left).groups.map { "\($0.count) \($0.reason)" }
  }

  @Test func theMostFrequentReasonComesFirst() {
    #expect(Self.groups("b", "a", "c", "c") == ["2 c", "1 a", "1 b"])
    #expect(Self.groups().isEmpty)
  }

  @Test func reasonsThatDifferInNumbersAreOneWithTheirRange() {
    #expect(
      Self.groups("nobody has 40 minutes free", "nobody has 30 minutes free", "nobody has 45 minutes free")
        == ["3 nobody has 30 to 45 minutes free"]
    )
    #expect(
      Self.groups("it costs 9 points, not 4", "it costs 9 points, not 5").first == "2 it costs 9 points, not 4 to 5")
  }

  @Test func wordsWithDigitsInThemAreWords() {
    #expect(Self.groups("after v1", "after v2") == ["1 after v1", "1 after v2"])
    #expect(Self.groups("two  spaces 3", "two  spaces 3") == ["2 two  spaces 3"])
  }

  @Test func everyVisitStandsUnderOneReasonInTheOrderOfTheAnswer() {
    let left = ["x", "y", "x"].enumerated().map {
      RotaAnswer.LeftOut(visit: VisitID("v\($0.offset)"), reason: $0.element)
    }
    #expect(LeftOutTally(left).groups.map(\.visits) == [["v0", "v2"], ["v1"]])
  }
}
