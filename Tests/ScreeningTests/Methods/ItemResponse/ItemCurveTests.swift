// SPDX-License-Identifier: Apache-2.0

import Glibc
import Screening
import Testing

@Suite struct ItemCurveTests {
  /// Probability and information of each item of the two-parameter bank, as catR 3.17 gives them.
  private static let dichotomous: [(theta: Double, probabilities: [Double], informations: [Double])] = [
    (
      -2,
      [
        0.5, 0.314_319_886_06, 0.293_177_778_91, 0.052_650_118_435, 0.090_298_144_703, 0.087_863_914_829,
        0.011_206_406_322, 0.009_193_705_367_3,
      ],
      [
        0.25, 0.364_233_693_04, 0.132_623_724_07, 0.144_147_661_21, 0.099_394_711_617, 0.064_916_516_313,
        0.021_718_412_647, 0.013_117_220_854,
      ]
    ),
    (
      0,
      [
        0.880_797_077_98, 0.860_566_127_04, 0.672_607_017_07, 0.624_806_474_47, 0.472_527_695_66,
        0.368_187_582_26, 0.157_095_468_89, 0.092_792_953_117,
      ],
      [
        0.104_993_585_4, 0.202_786_594_98, 0.140_932_363_3, 0.677_483_463_96, 0.301_586_779_72,
        0.188_426_644_09, 0.259_536_305_78, 0.121_222_686_2,
      ]
    ),
    (
      2,
      [
        0.982_013_790_04, 0.988_108_868_36, 0.910_519_940_67, 0.980_353_230_05, 0.889_927_425_64,
        0.779_026_107_78, 0.753_988_716_45, 0.529_964_051_76,
      ],
      [
        0.017_662_706_213, 0.019_857_048_149, 0.052_142_962_122, 0.055_663_637_953, 0.118_527_489_31,
        0.139_436_989_25, 0.363_559_874_56, 0.358_707_104_07,
      ]
    ),
  ]

  @Test(arguments: Self.dichotomous)
  func probabilityAndInformationAreThoseOfCatR(_ theta: Double, _ probabilities: [Double], _ informations: [Double]) {
    for (index, curve) in CatRCase.bank(.twoParameter).curves.enumerated() {
      #expect(isClose(curve.probabilities(at: theta).last, probabilities[index], within: 1e-10))
      #expect(isClose(curve.information(at: theta), informations[index], within: 1e-10))
    }
    #expect(
      isClose(CatRCase.bank(.twoParameter).information(at: theta), informations.reduce(0, +), within: 1e-9))
  }

  @Test func gradedProbabilitiesAreThoseOfCatR() {
    let expected = [
      [0.109_096_821_2, 0.205_223_064_87, 0.344_940_502_39, 0.340_739_611_55],
      [0.116_602_969_16, 0.145_512_929_65, 0.249_132_203_14, 0.488_751_898_05],
      [0.157_095_468_89, 0.283_190_881_85, 0.328_238_432_77, 0.231_475_216_5],
      [0.378_716_404_81, 0.242_567_190_38, 0.194_043_018_41, 0.184_673_386_4],
      [0.131_244_469_44, 0.421_063_440_14, 0.357_393_945_72, 0.090_298_144_703],
    ]
    for (curve, row) in zip(CatRCase.bank(.graded).curves, expected) {
      #expect(curve.categories == 4)
      for (probability, value) in zip(curve.probabilities(at: 0.25), row) {
        #expect(isClose(probability, value, within: 1e-10))
      }
    }
  }

  @Test func gradedInformationIsThatOfTheProbabilities() {
    for curve in CatRCase.bank(.graded).curves {
      for theta in stride(from: -3, through: 3, by: 0.5) {
        #expect(isClose(curve.information(at: theta), numericInformation(curve, at: theta), within: 1e-7))
      }
    }
  }

  @Test(arguments: [-300, -40, -8, 0, 8, 40, 300] as [Double])
  func farFromTheItemEveryProbabilityStaysANumber(_ theta: Double) {
    let curve = ItemCurve(slope: 5, thresholds: [-1, -0.999_999, 2])
    let probabilities = curve.probabilities(at: theta)
    #expect(probabilities.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(isClose(probabilities.reduce(0, +), 1))
    #expect(curve.information(at: theta).isFinite)
  }

  @Test func aNarrowCategoryKeepsItsProbabilityInBothTails() {
    // P₁ = e^(−aθ)·(e^(ab₂) − e^(ab₁)) to the first order far above the thresholds, the mirror far below.
    let curve = ItemCurve(slope: 1, thresholds: [-0.5, 0.5])
    for theta in [30.0, 35, -30, -35] {
      let expected = exp(-abs(theta)) * (exp(0.5) - exp(-0.5))
      #expect(abs(curve.probabilities(at: theta)[1] / expected - 1) < 1e-12)
    }
  }

  @Test func theScalingConstantMultipliesTheSlope() {
    let items = CatRCase.bank(.twoParameter).items
    let normal = ItemBank(model: .twoParameter, scaling: 1.702, items: items)
    for (item, curve) in zip(items, normal.curves) {
      let u = 1.702 * item.discrimination * (0.4 - item.thresholds[0])
      #expect(isClose(curve.probabilities(at: 0.4)[1], 0.5 + 0.5 * tanh(u / 2)))
    }
  }
}
