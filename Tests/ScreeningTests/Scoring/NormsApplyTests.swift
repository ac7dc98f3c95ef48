// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct NormsApplyTests {
  @Test(arguments: [["PAN"], ["ENG", "POL"], ["OTH"]])
  func aHomeLanguageOutsideTheNormsGoesToReviewWithRawScoresOnly(_ languages: [String]) throws {
    let result = try OpenDemo.screener().score(
      OpenDemo.goldenAnswers,
      in: OpenDemo.child(months: 50, languages: languages)
    )
    #expect(result.score(ScoreName("raw.all"))?.value == .points(11))
    for name in ["z.all", "ss.all", "pr.all", "ci.all", "ae.all"] {
      #expect(result.score(ScoreName(name))?.value == .absent)
    }
    #expect(result.band == .notNormed)
    #expect(result.tier == TierProposal(tier: TierName("review"), because: "not-normed"))
    #expect(result.flags.map(\.description).contains("not-normed:home-language"))
  }

  @Test func anUnstatedLanguageIsFlaggedAndScored() throws {
    let result = try OpenDemo.screener().score(
      OpenDemo.goldenAnswers,
      in: OpenDemo.child(months: 50, languages: [])
    )
    #expect(result.band == BandID("amber"))
    #expect(result.flags.map(\.description) == ["not-stated:home-language", "prorated:raw.e"])
  }

  @Test func aDefinitionCanRefuseAnUnstatedLanguage() throws {
    var definition = OpenDemo.definition
    definition.normsApply?.notStated = .notNormed
    let result = try PreparedScreener(definition).score(
      OpenDemo.goldenAnswers,
      in: OpenDemo.child(months: 50, languages: [])
    )
    #expect(result.band == .notNormed)
    #expect(result.tier?.tier == TierName("review"))
  }

  @Test func withoutNormsTheHomeLanguageChangesNothing() throws {
    var definition = OpenDemo.definition
    definition.normsApply = nil
    let result = try PreparedScreener(definition).score(
      OpenDemo.goldenAnswers,
      in: OpenDemo.child(months: 50, languages: ["PAN"])
    )
    #expect(result.band == BandID("amber"))
    #expect(result.flags.map(\.description) == ["prorated:raw.e"])
  }
}
