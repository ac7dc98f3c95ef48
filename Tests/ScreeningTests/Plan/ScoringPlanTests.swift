// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct ScoringPlanTests {
  @Test func theWorkedExampleComesOutAsPublished() throws {
    let row = try #require(PlannedRow(try OpenDemo.screener()))
    let (line, isWhole) = try #require(row.line(OpenDemo.goldenAnswers, OpenDemo.child(months: 50)))
    #expect(
      line
        == ",50,5,6,11,-0.8352,87,20.2,81.1-95.2,41.5,,amber,targeted,prorated:raw.e,elsec.open-demo,1.2.0,"
        + "\(Digest.zero)\n")
    #expect(isWhole)
  }

  @Test(arguments: 0..<30) func aPlanWritesWhatTheSlowTwinSays(_ seed: Int) throws {
    var children = RandomChildren(seed: UInt64(seed))
    try Self.compare(try PreparedScreener(children.definition()), &children, count: 300)
  }

  @Test(arguments: 100..<160) func aPlanForEveryPartOfTheFormatWritesWhatTheSlowTwinSays(_ seed: Int) throws {
    var children = RandomChildren(seed: UInt64(seed))
    try Self.compare(try PreparedScreener(children.wideDefinition()), &children, count: 300)
  }

  @Test func theRandomChildrenReachEveryFlagThatARowCanHave() throws {
    var seen: Set<ScreeningFlag.Kind> = []
    var reasons: Set<String> = []
    for seed in 100..<160 {
      var children = RandomChildren(seed: UInt64(seed))
      let definition = children.wideDefinition()
      let screener = try PreparedScreener(definition)
      for _ in 0..<300 {
        let answers = children.answers(to: definition)
        for flag in try screener.score(answers, in: children.anyContext()).flags {
          seen.insert(flag.kind)
          if flag.kind == .notNormed { reasons.insert(flag.about) }
        }
      }
    }
    // Not of a row, or of what no plan knows: routes, two basals, probabilities.
    let elsewhere: Set<ScreeningFlag.Kind> = [.unscorable, .doubleBasal, .offRoute, .route, .unsure]
    #expect(seen == Set(ScreeningFlag.Kind.allCases).subtracting(elsewhere))
    #expect(reasons == ["home-language", "outside-norms"])
  }

  static func compare(_ screener: PreparedScreener, _ children: inout RandomChildren, count: Int) throws {
    let row = try #require(PlannedRow(screener))
    let definition = screener.definition
    for _ in 0..<count {
      let answers = children.answers(to: definition)
      let context = children.anyContext()
      let result = try screener.score(answers, in: context)
      let planned = try #require(row.line(answers, context))
      #expect(planned.text == row.plainLine(result), "\(answers.byItem) \(context)")
      #expect(planned.isWhole == (definition.bands.isEmpty ? result.isScored : result.band != nil))
    }
  }

  @Test func anUnknownCodeIsLeftToTheSlowTwin() throws {
    let row = try #require(PlannedRow(try OpenDemo.screener()))
    for code in ["X", "c", "CC", "ALWAYSALWAYS", "É", "C "] {
      #expect(row.line(answers("U3 \(code.replacing(" ", with: "_"))"), OpenDemo.child(months: 50)) == nil, "\(code)")
    }
  }

  @Test func aCodeLongerThanEightBytesIsLeftToTheSlowTwin() throws {
    var definition = OpenDemo.definition
    definition.responses[0].options[0].code = ResponseCode("ALWAYSYES")
    let row = try #require(PlannedRow(try PreparedScreener(definition)))
    #expect(row.line(answers("E1 ALWAYSYES"), OpenDemo.child(months: 50)) == nil)
    #expect(row.line(answers("E1 SOM"), OpenDemo.child(months: 50)) != nil)
  }

  /// Names that a plan does not write.
  @Test(arguments: ["a,b", "a\"b", "a\nb", "a\rb"])
  func aNameThatNeedsQuotationMarksHasNoPlan(_ name: String) throws {
    var definition = OpenDemo.definition
    definition.tiers[3].tier = TierName(name)
    #expect(ScoringPlan(try PreparedScreener(definition)) == nil)
    definition = OpenDemo.definition
    definition.normsApply?.homeLanguages = ["a language that is no code"]
    #expect(ScoringPlan(try PreparedScreener(definition)) == nil)
  }
}
