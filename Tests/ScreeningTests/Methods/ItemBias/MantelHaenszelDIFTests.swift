// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct MantelHaenszelDIFTests {
  /// Computed with statsmodels 0.15 (StratifiedTable).
  @Test(arguments: [
    (0, 0.6516021791839202, 1.0065544860684303, 3.5365174730547353, 0.06003137886998422, MantelHaenszelDIF.Category.a),
    (1, 0.9748065267564895, 0.0599632151614933, 0.0009047621700260002, 0.9760038375520366, .a),
    (2, 0.7169095003290327, 0.7820933156937022, 2.646560438740267, 0.10377421438083712, .a),
    (3, 2.8911178188167628, -2.4948615572683117, 34.792461221879265, 3.6679101977910022e-09, .c),
    (4, 0.9867420598857125, 0.03136453633189604, 0.0001686594051086664, 0.9896382493806368, .a),
    (5, 0.5469710378553697, 1.41789464924318, 9.608359650287122, 0.001936935830522235, .b),
    (6, 0.8302183875247612, 0.43725626395763145, 0.9422311374622737, 0.33170470997962365, .a),
    (7, 0.9207309925726848, 0.19408031312738494, 0.13859091009563762, 0.7096858760163929, .a),
    (8, 1.8024520446934094, -1.3844977646026229, 6.789257957559612, 0.009170802089406904, .b),
    (9, 0.7870175558066408, 0.5628361003716517, 0.9364401598673413, 0.333195026083546, .a),
    (10, 1.1345898411960962, -0.2967373487328757, 0.19187620014331555, 0.6613596385564153, .a),
    (11, 1.1310718804519224, -0.2894395122431444, 0.11862946700422973, 0.7305257228631631, .a),
  ])
  func allTwelveItemsOfThePlantedSet(
    _ item: Int,
    _ ratio: Double,
    _ delta: Double,
    _ chiSquare: Double,
    _ p: Double,
    _ category: MantelHaenszelDIF.Category
  ) throws {
    let found = try MantelHaenszelDIF(item: item, in: PlantedBias.data())
    #expect(isClose(found.test.oddsRatio.value, ratio))
    #expect(isClose(found.delta.value, delta))
    #expect(isClose(found.test.chiSquare, chiSquare))
    #expect(isClose(found.test.p, p))
    #expect(found.category == category)
  }

  /// Computed with statsmodels 0.15 (oddsratio_pooled_confint); strata counted in Python.
  @Test func theIntervalOfTheFourthItem() throws {
    let found = try MantelHaenszelDIF(item: 3, in: PlantedBias.data())
    #expect(isClose(found.delta.interval?.low, -3.324_933_048_816_952, within: 1e-10))
    #expect(isClose(found.delta.interval?.high, -1.664_790_065_719_671_7, within: 1e-10))
    #expect(found.test.strata == 10)
    #expect(found.test.strataLeftOut == 3)
    #expect(found.delta.n == 761)
    #expect(found.test.childrenLeftOut == 39)
  }

  @Test func theItemAlwaysCountsInItsTotal() throws {
    let data = try PlantedBias.data()
    let without = Set(0..<12).subtracting([3])
    #expect(
      try MantelHaenszelDIF(item: 3, in: data, matching: without) == MantelHaenszelDIF(item: 3, in: data)
    )
  }

  @Test func twoGroupsAreNeeded() throws {
    let one = try BiasData(answers: PlantedBias.answers, group: PlantedBias.focal.map { _ in 1 })
    #expect(throws: NoEstimate.oneGroup) { try MantelHaenszelDIF(item: 0, in: one) }
    let share = try BiasData(answers: PlantedBias.answers, group: PlantedBias.focal.map { $0 ? 0.4 : 1 })
    #expect(throws: NoEstimate.oneGroup) { try MantelHaenszelDIF(item: 0, in: share) }
  }

  @Test func itemsThatDoNotExistAreRefused() throws {
    let data = try PlantedBias.data()
    #expect(throws: NoEstimate.badParameter("item")) { try MantelHaenszelDIF(item: 12, in: data) }
    #expect(throws: NoEstimate.badParameter("matching")) {
      try MantelHaenszelDIF(item: 0, in: data, matching: [0, 40])
    }
  }
}
