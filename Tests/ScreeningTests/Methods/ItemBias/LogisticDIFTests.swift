// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct LogisticDIFTests {
  /// Computed with statsmodels 0.15 (Logit).
  @Test(arguments: [
    (0, 4.861024041145015, 0.011304701694598407),
    (1, 0.05678372495856365, 0.8234820268976364),
    (2, 3.9279672610626903, 2.1737529980272257),
    (3, 35.83995448479152, 0.7365132639782814),
    (4, 0.00010334404589684709, 2.3128717129155802),
    (5, 10.41378307995069, 0.38953569243642505),
    (6, 1.3333969016030096, 0.036582413136329706),
    (7, 0.521874237011275, 0.7066567269545203),
    (8, 6.2772114565447055, 0.00034092452540335216),
    (9, 1.3877160194915632, 1.0863344120213014),
    (10, 0.005365920361555254, 0.004657288158227857),
    (11, 0.20789203064293815, 0.3289962850794268),
  ])
  func allTwelveItemsOfThePlantedSet(_ item: Int, _ uniform: Double, _ nonUniform: Double) throws {
    let found = try LogisticDIF(item: item, in: PlantedBias.data())
    #expect(isClose(found.uniform.chiSquare, uniform, within: 1e-8))
    #expect(isClose(found.nonUniform?.chiSquare, nonUniform, within: 1e-8))
    #expect(found.effect.n == 800)
  }

  /// Computed with statsmodels 0.15; the p value is chi-square's with scipy.
  @Test func theEffectOfTheFourthItem() throws {
    let found = try LogisticDIF(item: 3, in: PlantedBias.data())
    #expect(isClose(found.effect.value, -1.063_699_339_137_398_6, within: 1e-8))
    let half = 1.959_963_984_540_054 * 0.180_198_490_638_297_74
    #expect(isClose(found.effect.interval?.low, -1.063_699_339_137_398_6 - half, within: 1e-6))
    #expect(isClose(found.effect.interval?.high, -1.063_699_339_137_398_6 + half, within: 1e-6))
    #expect(isCloseInProportion(found.uniform.p, 2.142096501516407e-09, within: 1e-6))
  }

  /// A made-up share of English heard, lower in the focal group; computed with statsmodels 0.15.
  @Test(arguments: [
    (3, 21.697_874_850_666_835, 0.000_152_842_905_208_672_16, 1.561_919_805_677_927_5, 0.341_006_126_037_364_1),
    (8, 2.768_203_313_275_762_4, 0.836_063_271_108_741_9, 0.682_406_338_466_622_4, 0.411_209_405_342_787),
    (0, 3.984_033_632_437_899_5, 0.237_242_564_950_861_38, -0.774_633_717_584_85, 0.389_971_739_037_821_56),
  ])
  func aCovariateInsteadOfAGroup(
    _ item: Int,
    _ uniform: Double,
    _ nonUniform: Double,
    _ effect: Double,
    _ error: Double
  ) throws {
    let share = PlantedBias.focal.enumerated().map { child, focal in
      Double(child * 37 % 101) / 100 * 0.6 + (focal ? 0 : 0.4)
    }
    let found = try LogisticDIF(item: item, in: BiasData(answers: PlantedBias.answers, group: share))
    #expect(isClose(found.uniform.chiSquare, uniform, within: 1e-8))
    #expect(isClose(found.nonUniform?.chiSquare, nonUniform, within: 1e-8))
    #expect(isClose(found.effect.value, effect, within: 1e-8))
    let interval = try #require(found.effect.interval)
    #expect(isClose((interval.high - interval.low) / 2 / 1.959_963_984_540_054, error, within: 1e-6))
  }

  @Test func theMatchingItemsCanBeChosen() throws {
    let data = try PlantedBias.data()
    let purified = try LogisticDIF(item: 5, in: data, matching: Set(0..<12).subtracting([3, 8]))
    #expect(purified.uniform.chiSquare < 10.41)
    #expect(try LogisticDIF(item: 5, in: data, matching: Set(0..<12)) == LogisticDIF(item: 5, in: data))
  }

  @Test func answersThatTheGroupTellsHaveNoFit() throws {
    let answers = PlantedBias.answers.enumerated().map { child, row in row + [PlantedBias.focal[child] ? 0 : 1] }
    let data = try BiasData(answers: answers, group: PlantedBias.focal.map { $0 ? 1 : 0 })
    #expect(throws: NoEstimate.noFit) { try LogisticDIF(item: 12, in: data) }
  }

  @Test func answersThatTheGroupTellsInPartHaveNoFit() throws {
    // No focal child has the item right, some reference children do.
    let answers = PlantedBias.answers.enumerated().map { child, row in
      row + [PlantedBias.focal[child] ? 0 : child % 2]
    }
    let data = try BiasData(answers: answers, group: PlantedBias.focal.map { $0 ? 1 : 0 })
    #expect(throws: NoEstimate.noFit) { try LogisticDIF(item: 12, in: data) }
  }

  @Test func answersThatTheTotalTellsHaveNoFit() throws {
    let answers = [[0, 0, 0], [0, 0, 1], [0, 1, 0], [1, 1, 1], [1, 1, 1], [1, 1, 1]]
    let data = try BiasData(answers: answers, group: [0, 1, 0, 1, 0, 1])
    #expect(throws: NoEstimate.noFit) { try LogisticDIF(item: 0, in: data) }
  }

  @Test func aGroupThatIsTheTotalHasNoFit() throws {
    let totals = PlantedBias.answers.map { Double($0.reduce(0, +)) }
    let data = try BiasData(answers: PlantedBias.answers, group: totals)
    #expect(throws: NoEstimate.noFit) { try LogisticDIF(item: 0, in: data) }
  }

  @Test func whatDoesNotVaryHasNoFit() throws {
    let all = try BiasData(answers: PlantedBias.answers.map { $0 + [1] }, group: PlantedBias.focal.map { $0 ? 1 : 0 })
    #expect(throws: NoEstimate.noVariance) { try LogisticDIF(item: 12, in: all) }
    let one = try BiasData(answers: PlantedBias.answers, group: PlantedBias.focal.map { _ in 0.3 })
    #expect(throws: NoEstimate.noVariance) { try LogisticDIF(item: 0, in: one) }
    #expect(throws: NoEstimate.badParameter("item")) { try LogisticDIF(item: -1, in: PlantedBias.data()) }
  }
}
