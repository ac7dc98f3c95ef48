// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct AbilityScoreTests {
  @Test(arguments: CatR.cases.indices, AbilityEstimator.Method.allCases)
  func abilitiesAreThoseOfCatR(_ index: Int, _ estimator: AbilityEstimator.Method) throws {
    let example = CatR.cases[index]
    let (theta, error) = example.expected(estimator)
    let typed = CatR.typed(example.answers, graded: example.model == .graded)
    let result = try CatR.definition(example.model, estimator).result(typed, explaining: true)
    // catR stops its searches early, and prints eleven digits.
    #expect(abs((result.number("theta") ?? .nan) - theta) < 2e-4)
    #expect(abs((result.number("se") ?? .nan) - error) < 2e-4)
    #expect(result.flags == [])
    let given = example.answers.count { $0 != "-" }
    #expect(
      result.words("theta").first?.hasPrefix("\(given) answers on the item bank bank, \(estimator.rawValue)") == true)
    // 100 + 15 times the ability, half up.
    #expect(result.number("ss") == (100 + 15 * (result.number("theta") ?? .nan) + 0.5).rounded(.down))
  }

  @Test func fewerAnswersThanTheLeastGiveNoScore() throws {
    let definition = CatR.definition(.twoParameter, .expectedAPosteriori, least: 5)
    let four = try definition.result("B1 Y B2 Y B3 N B4 N B5 X")
    #expect(four.scores.allSatisfy { $0.value == .absent })
    #expect(four.flags.map(\.description) == ["missing:theta"])
    #expect(try definition.result("B1 Y B2 Y B3 N B4 N B5 N").number("theta") != nil)
    #expect(
      try CatR.definition(.twoParameter, .expectedAPosteriori).result("").flags.map(\.description) == ["missing:theta"])
  }

  @Test func aChildTheNormsDoNotCoverHasNoAbility() throws {
    let definition = CatR.definition(.rasch, .expectedAPosteriori) {
      $0.normsApply = NormsApply(homeLanguages: ["ENG"])
    }
    let result = try PreparedScreener(definition).score(
      answers("B1 Y B2 N B3 Y"), in: OpenDemo.child(months: 50, languages: ["PAN"]))
    #expect(result.scores.allSatisfy { $0.value == .absent })
    #expect(result.band == .notNormed)
  }

  /// What a flag calls ignored counts for no ability either.
  @Test func answersOfASectionForOtherAgesAreIgnored() throws {
    let definition = CatR.definition(.rasch, .expectedAPosteriori) {
      $0.sections[0].ages = InclusiveRange(36, 47)
      $0.sections.append(Small.number)
      $0.responses.append(Small.numbers)
      $0.scores.append(ScoreDeclaration(name: ScoreName("raw"), kind: Small.sum("N")))
    }
    let typed = "B1 Y B2 Y B3 Y B4 N B5 N B6 N B7 N B8 N N1 10"
    #expect(isClose(try definition.result(typed, months: 47).number("theta"), -0.47568573801, within: 2e-4))
    let older = try definition.result(typed, months: 48)
    #expect(older.number("theta") == nil)
    #expect(older.flags.map(\.description) == ["section-not-for-age:B", "missing:theta"])
  }

  @Test func answersAfterACeilingAreIgnored() throws {
    let definition = CatR.definition(.rasch, .expectedAPosteriori) {
      $0.administer = [
        SectionAdministration(
          section: SectionID("B"), ceiling: SectionAdministration.Ceiling(run: 2, of: [ResponseCode("N")]))
      ]
    }
    let stopped = try definition.result("B1 Y B2 Y B3 N B4 N")
    let further = try definition.result("B1 Y B2 Y B3 N B4 N B5 Y B6 Y B7 Y B8 Y")
    #expect(further.number("theta") == stopped.number("theta"))
    #expect(further.flags.map(\.description) == ["ceiling:B", "after-ceiling:B"])
  }

  /// From scipy: Φ((85 − 91)/(15·0.5956…)) with theta and SE of catR's first EAP case, 100 − 15·0.57999 rounded to 91.
  @Test func anAbilitysOwnErrorMakesTheIntervalAndTheProbability() throws {
    let definition = CatR.definition(.twoParameter, .expectedAPosteriori) {
      $0.scores += [
        ScoreDeclaration(
          name: ScoreName("sem"),
          kind: .observed(
            ObservedScoreInterval(of: ScoreName("ss"), error: .ability(ScoreName("se")), level: 0.90))),
        ScoreDeclaration(
          name: ScoreName("p"),
          kind: .belowCut(
            BelowCutScore(of: ScoreName("ss"), cut: 85, error: .ability(ScoreName("se")), unsure: 0.2...0.8))),
      ]
    }
    let result = try definition.result(CatR.typed("11100000", graded: false))
    #expect(result.number("ss") == 91)
    let interval = try #require(result.interval("sem"))
    #expect(
      isClose(interval.low, 76.30437969278942, within: 1e-5) && isClose(interval.high, 105.69562030721058, within: 1e-5)
    )
    #expect(abs((result.number("p") ?? .nan) - 0.250929) < 1e-4)
    #expect(result.flags.map(\.description) == ["unsure:p"])
  }
}
