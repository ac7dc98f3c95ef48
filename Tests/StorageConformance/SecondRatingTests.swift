// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

/// A second person's ratings stand beside a screening and move nothing.
@Suite struct SecondRatingTests {
  private func kept(_ test: TestStore) async throws {
    try await test.fill()
    try await test.write { try $0.add(ScreeningRecord.first) }
  }

  @Test(arguments: Driver.allCases)
  func ratingsComeBackWholeAndFollowAnAmendment(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await self.kept(test)
      let rating = SecondRatingRecord.second("r1")
      try await test.write { records in
        try records.add(rating)
        try records.add(.amended("s2", "s1"))
      }
      for id in [ScreeningID("s1"), "s2"] {
        let found = try await test.write { try $0.secondRatings(of: id) }
        #expect(found == [rating])
      }
      let pairs = try await test.write { try $0.doubleScores(screener: "demo") }
      #expect(pairs.map(\.screening.id) == ["s2"])
      #expect(pairs.map(\.rating) == [rating])
      #expect(pairs.map(\.rater) == ["Pat"])
      #expect(pairs.map(\.setting) == ["123456"])
      #expect(pairs.map(\.ratedHash) == [definition])
      let others = try await test.write { try $0.doubleScores(screener: "other") }
      #expect(others.isEmpty)
    }
  }

  @Test(arguments: Driver.allCases)
  func nothingOfTheScreeningMoves(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await self.kept(test)
      func standing() async throws -> [CohortFact] {
        try await test.read {
          try $0.cohortFacts(in: AcademicYear(of: date("2026-11-30")), screener: "demo", phase: .baseline)
        }
      }
      let before = try await standing()
      try await test.write { try $0.add(SecondRatingRecord.second("r1")) }
      #expect(try await standing() as [CohortFact] == before)
      let decided = try await test.write { try $0.decidedScreenings() }
      #expect(decided.map(\.screening) == [.first])
    }
  }

  @Test(arguments: Driver.allCases, ["Pat", " pat ", "PAT"])
  func theSecondRaterIsNotTheFirst(_ driver: Driver, _ name: String) async throws {
    try await driver.withStore { test in
      try await self.kept(test)
      let same = SecondRatingRecord.second("r1", by: name)
      _ = await fault(.storeConflict) { try await test.write { try $0.add(same) } }
    }
  }

  @Test(arguments: Driver.allCases)
  func whoGaveTheFirstAnswersIsTheFirstRaterAlsoAfterAnAmendment(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await self.kept(test)
      var amended = ScreeningRecord.amended("s2", "s1")
      amended.by = "Mo"
      let record = amended
      try await test.write { try $0.add(record) }
      for name in ["Pat", "Mo"] {
        let rating = SecondRatingRecord.second("r1", of: "s2", by: name)
        _ = await fault(.storeConflict) { try await test.write { try $0.add(rating) } }
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func oneRatingAPersonWithAnswersOfACurrentScreening(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await self.kept(test)
      try await test.write { try $0.add(SecondRatingRecord.second("r1")) }
      let refused: [(SecondRatingRecord, Fault.Code)] = [
        (.second("r2"), .storeConflict), (.second("r2", by: " "), .storeConflict),
        (.second("r2", by: "Bo", answers: ""), .storeConflict), (.second("r2", of: "s9"), .storeNotFound),
      ]
      for (rating, code) in refused {
        _ = await fault(code) { try await test.write { try $0.add(rating) } }
      }
      try await test.write { try $0.add(.amended("s2", "s1")) }
      let late = SecondRatingRecord.second("r2", by: "Bo")
      _ = await fault(.storeChangedMeanwhile) { try await test.write { try $0.add(late) } }
      let again = SecondRatingRecord.second("r2", of: "s2")
      _ = await fault(.storeConflict) { try await test.write { try $0.add(again) } }
      let count = try await test.count("second_rating")
      #expect(count == 1)
    }
  }

  @Test(arguments: Driver.allCases)
  func showingARatingLeavesATrace(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await self.kept(test)
      try await test.write { try $0.add(SecondRatingRecord.second("r1")) }
      let entries = try await test.entries { records in
        _ = try records.secondRatings(of: "s1")
        _ = try records.doubleScores()
      }
      #expect(entries.map(\.fact.kind) == ["second_rating", "second_rating"])
      #expect(entries.allSatisfy { $0.fact.subjects == ["c1"] })
    }
  }
}
