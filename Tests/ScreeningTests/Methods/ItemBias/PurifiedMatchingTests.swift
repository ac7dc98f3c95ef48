// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct PurifiedMatchingTests {
  /// Computed in Python with statsmodels 0.15, round by round: the first flags items 4, 6 and 9; without them only the
  /// planted 4 and 9 stay.
  @Test func theFalseAlarmGoesAndThePlantedItemsStay() throws {
    let found = try PurifiedMatching(PlantedBias.data())
    #expect(found.flagged == [3, 8])
    #expect(found.rounds == 3)
    #expect(found.settled)
    let deltas = [
      0.726353865568068, -0.5078951299868648, 0.26047895780527913, -2.6137856308605207,
      -0.5613092688667496, 0.7610520665981391, 0.046220827711300976, -0.031291823823793925,
      -1.6474179207628832, 0.14185647329923123, -0.39530213718913, -0.6585029149958427,
    ]
    #expect(found.items.count == 12)
    for (item, delta) in zip(found.items, deltas) { #expect(isClose(item?.delta.value, delta, within: 1e-10)) }
    #expect(found.items[3]?.category == .c)
    #expect(found.items[8]?.category == .c)
  }

  @Test func theLastRoundIsTheSingleItemMethodOnThePurifiedTotal() throws {
    let data = try PlantedBias.data()
    let found = try PurifiedMatching(data)
    let matching = Set(0..<12).subtracting([3, 8])
    for item in 0..<12 {
      #expect(try MantelHaenszelDIF(item: item, in: data, matching: matching) == found.items[item])
    }
  }

  @Test func oneRoundMayNotSettle() throws {
    let found = try PurifiedMatching(PlantedBias.data(), rounds: 1)
    #expect(found.flagged == [3, 5, 8])
    #expect(!found.settled)
  }

  @Test func onlyLargeBiasMayBeFlagged() throws {
    let found = try PurifiedMatching(PlantedBias.data(), flagging: .c)
    #expect(found.flagged.contains(3))
    #expect(found.settled)
  }

  @Test func anItemThatCannotBeTestedHasNoResult() throws {
    let answers = PlantedBias.answers.map { $0 + [1] }
    let found = try PurifiedMatching(BiasData(answers: answers, group: PlantedBias.focal.map { $0 ? 1 : 0 }))
    #expect(found.items.last == .some(nil))
    #expect(found.flagged == [3, 8])
  }

  @Test func parametersAndGroupsAreChecked() throws {
    let data = try PlantedBias.data()
    #expect(throws: NoEstimate.badParameter("flagging")) { try PurifiedMatching(data, flagging: .a) }
    #expect(throws: NoEstimate.badParameter("rounds")) { try PurifiedMatching(data, rounds: 0) }
    #expect(throws: NoEstimate.oneGroup) {
      try PurifiedMatching(BiasData(answers: PlantedBias.answers, group: PlantedBias.focal.map { _ in 0 }))
    }
  }
}
