// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct AgeTests {
  @Test(arguments: [(35, false), (36, true), (71, true), (72, false)])
  func onlyAgesInRangeAreScored(_ months: Int, _ isScored: Bool) throws {
    let all = understanding("CCCCCCCC").merging(someExpression)
    let result = try OpenDemo.screener().score(all, in: OpenDemo.child(months: months))
    #expect(result.isScored == isScored)
    #expect(result.flags.map(\.description).contains("age-outside") == !isScored)
    #expect(result.scores.count == 9)
    #expect((result.band == nil) == !isScored)
    #expect((result.tier == nil) == !isScored)
    #expect(result.ageMonths == months)
  }

  @Test(arguments: [(35, 36), (80, 71)])
  func theNearestAgeIsTakenWhereTheDefinitionSaysSo(_ months: Int, _ taken: Int) throws {
    var definition = OpenDemo.definition
    definition.age.outside = .nearestFlagged
    let screener = try PreparedScreener(definition)
    let all = understanding("CCCCCCCC").merging(someExpression)
    let result = try screener.score(all, in: OpenDemo.child(months: months))
    let nearest = try screener.score(all, in: OpenDemo.child(months: taken))
    #expect(result.scores == nearest.scores)
    #expect(result.ageMonths == taken)
    #expect(result.flags.first?.description == "age-nearest:\(taken)")
  }

  @Test func theAgeRuleIsTheDefinitions() throws {
    // Born 2022-10-31, seen 2026-11-30: 49 months by the calendar, 48 with a borrow of 30 days.
    let birth = try #require(CivilDate("2022-10-31"))
    let test = try #require(CivilDate("2026-11-30"))
    var policy = OpenDemo.definition.age
    #expect(ScreeningAge(birth: birth, test: test, gestation: nil, policy: policy)?.months == 49)
    policy.rule = .borrow30
    #expect(ScreeningAge(birth: birth, test: test, gestation: nil, policy: policy)?.months == 48)
  }

  @Test(
    arguments: [
      // Due 13 weeks after birth: 15 months from birth are 12 from the due date.
      (15, "27+0", 12),
      // 36+6 is below 37 weeks, 37+0 is not.
      (15, "36+6", 14),
      (15, "37+0", nil),
      // From 24 months on nothing is corrected.
      (23, "27+0", 20),
      (24, "27+0", nil),
      // Seen before the due date.
      (1, "27+0", -1),
    ] as [(Int, String, Int?)]
  )
  func aPretermChildIsAgedFromTheDueDate(_ months: Int, _ gestation: String, _ corrected: Int?) throws {
    let context = OpenDemo.child(months: months)
    let age = try #require(
      ScreeningAge(
        birth: context.birthDate,
        test: context.testDate,
        gestation: Gestation(gestation),
        policy: OpenDemo.definition.age
      )
    )
    #expect(age.chronological.completedMonths == months)
    #expect(age.correctedMonths == corrected)
  }

  @Test func aCorrectedAgeIsFlaggedAndUsed() throws {
    var definition = OpenDemo.definition
    definition.age.preterm = AgePolicy.PretermCorrection(weeksBelow: 37, untilMonths: 60)
    let screener = try PreparedScreener(definition)
    let result = try screener.score(
      OpenDemo.goldenAnswers,
      in: OpenDemo.child(months: 50, gestation: Gestation(weeks: 27))
    )
    #expect(result.ageMonths == 47)
    #expect(result.flags.first?.description == "preterm-corrected")
  }

  @Test(arguments: ["27+0", "27", "20+0", "44+6"]) func weeksOfGestationAreRead(_ text: String) {
    #expect(Gestation(text) != nil)
  }

  @Test(arguments: ["", "27+7", "19+6", "45+0", "+27", "27+", "27+0+1", "-27", "27.5", "2٧"])
  func otherWeeksOfGestationAreRefused(_ text: String) {
    #expect(Gestation(text) == nil)
  }
}
