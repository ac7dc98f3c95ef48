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

  @Test func anAnswerInALanguageOutsideTheNormsMakesTheChildNotNormed() throws {
    var answers = OpenDemo.goldenAnswers
    answers.setLanguage("POL", of: ItemCode("E1"))
    let result = try OpenDemo.screener().score(answers, in: OpenDemo.child(months: 50), explaining: true)
    #expect(result.score(ScoreName("raw.all"))?.value == .points(11))
    #expect(result.score(ScoreName("ss.all"))?.value == .absent)
    #expect(result.band == .notNormed)
    #expect(result.tier?.tier == TierName("review"))
    #expect(result.flags.map(\.description) == ["not-normed:answer-language", "prorated:raw.e"])
    #expect(result.steps.contains { $0.detail == "an answer was given in a language that is not one of ENG" })
  }

  @Test func aWholeRowsLanguageCountsAsAnAnswers() throws {
    var context = OpenDemo.child(months: 50)
    context.answerLanguages = ["POL"]
    let result = try OpenDemo.screener().score(OpenDemo.goldenAnswers, in: context)
    #expect(result.flags.map(\.description) == ["not-normed:answer-language", "prorated:raw.e"])
  }

  @Test func anAnswerInALanguageOfTheNormsChangesNothing() throws {
    var answers = OpenDemo.goldenAnswers
    answers.setLanguage("ENG", of: ItemCode("E1"))
    let (with, without) = try (
      OpenDemo.screener().score(answers, in: OpenDemo.child(months: 50), explaining: true),
      OpenDemo.screener().score(OpenDemo.goldenAnswers, in: OpenDemo.child(months: 50), explaining: true)
    )
    #expect(with == without)
  }

  @Test func bothReasonsAreFlagged() throws {
    var answers = OpenDemo.goldenAnswers
    answers.setLanguage("PAN", of: ItemCode("U3"))
    let result = try OpenDemo.screener().score(answers, in: OpenDemo.child(months: 50, languages: ["PAN"]))
    #expect(
      result.flags.map(\.description).prefix(2) == ["not-normed:home-language", "not-normed:answer-language"])
  }
}
