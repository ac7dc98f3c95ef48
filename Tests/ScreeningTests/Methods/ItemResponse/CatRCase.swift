// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// What the R package catR 3.17 gives (D = 1, standard normal prior, range ±4, 33 points), item banks made up.
///
/// catR looks for its roots with R's `uniroot`, whose tolerance is 1.2·10⁻⁴, so that its theta is some 10⁻⁵ off for
/// all but the expected value a posteriori. `exact` is the root and its standard error to 13 places, from the same
/// definitions in mpmath 1.3 with 30 digits and numeric derivatives of the category probabilities.
struct CatRCase: Sendable {
  typealias Root = (theta: Double, standardError: Double, exact: Double, exactError: Double)

  let model: ItemBank.Model
  let responses: [Int?]
  let ml: Root
  let map: Root
  let wle: Root
  let eap: (theta: Double, standardError: Double)

  init(
    _ model: ItemBank.Model, _ responses: [Int?],
    ml: (Double, Double, exact: Double, Double), map: (Double, Double, exact: Double, Double),
    wle: (Double, Double, exact: Double, Double), eap: (Double, Double)
  ) {
    (self.model, self.responses, self.ml, self.map, self.wle, self.eap) = (model, responses, ml, map, wle, eap)
  }

  var bank: ItemBank { Self.bank(self.model) }

  /// The information of the answered items at `theta`.
  func information(at theta: Double) -> Double {
    zip(self.bank.curves, self.responses).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.information(at: theta)) }
  }

  static func bank(_ model: ItemBank.Model) -> ItemBank {
    switch model {
    case .twoParameter: ItemBank(model: .twoParameter, items: Self.dichotomous)
    case .rasch:
      ItemBank(model: .rasch, items: Self.dichotomous.map { BankItem(code: $0.code, thresholds: $0.thresholds) })
    case .graded: ItemBank(model: .graded, items: Self.graded)
    }
  }

  private static let dichotomous = [
    (1.0, -2.0), (1.3, -1.4), (0.8, -0.9), (1.7, -0.3), (1.1, 0.1), (0.9, 0.6), (1.4, 1.2), (1.2, 1.9),
  ].enumerated().map { index, item in
    BankItem(code: ItemCode("Q\(index + 1)"), discrimination: item.0, thresholds: [item.1])
  }

  private static let graded: [BankItem] = [
    BankItem(code: ItemCode("G1"), discrimination: 1.2, thresholds: [-1.5, -0.4, 0.8]),
    BankItem(code: ItemCode("G2"), discrimination: 0.9, thresholds: [-2, -0.9, 0.3]),
    BankItem(code: ItemCode("G3"), discrimination: 1.6, thresholds: [-0.8, 0.1, 1]),
    BankItem(code: ItemCode("G4"), discrimination: 1.1, thresholds: [-0.2, 0.7, 1.6]),
    BankItem(code: ItemCode("G5"), discrimination: 1.4, thresholds: [-1.1, 0.4, 1.9]),
  ]

  static let all: [CatRCase] = [
    CatRCase(
      .twoParameter, [1, 1, 1, 0, 0, 0, 0, 0],
      ml: (-0.858_666_372_89, 0.742_582_266_33, exact: -0.858_655_970_650_9, 0.742_581_101_645_9),
      map: (-0.561_171_275_91, 0.582_296_161_87, exact: -0.561_165_638_175_1, 0.582_295_968_753_7),
      wle: (-0.783_963_023_78, 0.734_638_352_83, exact: -0.783_952_314_947_9, 0.734_637_275_311),
      eap: (-0.579_993_441_97, 0.595_620_184_33)),
    CatRCase(
      .twoParameter, [1, 1, 1, 1, 1, 0, 1, 0],
      ml: (1.433_658_928_1, 0.829_618_781_68, exact: 1.433_650_870_236, 0.829_617_598_573_5),
      map: (0.878_708_793_5, 0.608_213_977_06, exact: 0.878_682_537_330_2, 0.608_212_784_547_8),
      wle: (1.324_720_954_8, 0.814_487_404_78, exact: 1.324_720_833_8, 0.814_487_388_878_6),
      eap: (0.907_750_707_47, 0.615_029_386_86)),
    CatRCase(
      .twoParameter, [1, 0, 1, 1, 0, 1, 0, 0],
      ml: (-0.190_361_740_27, 0.704_685_447_07, exact: -0.190_356_713_398, 0.704_685_450_917_8),
      map: (-0.127_175_136_09, 0.576_232_098_11, exact: -0.127_178_553_022_5, 0.576_232_077_841_3),
      wle: (-0.190_841_417_76, 0.704_685_098_59, exact: -0.190_841_025_829_3, 0.704_685_098_858_6),
      eap: (-0.126_314_357_42, 0.588_179_360_48)),
    CatRCase(
      .twoParameter, [0, 0, 0, 0, 0, 0, 0, 0],
      ml: (-4, 2.050_421_460_9, exact: -4, 2.050_421_460_923),
      map: (-1.741_127_620_4, 0.666_020_898_84, exact: -1.741_127_628_524, 0.666_020_899_616_2),
      wle: (-3.455_498_756_9, 1.617_130_097_9, exact: -3.455_486_824_472, 1.617_121_970_313),
      eap: (-1.799_820_503_1, 0.669_588_058_49)),
    CatRCase(
      .twoParameter, [1, 1, 1, 1, 1, 1, 1, 1],
      ml: (4, 2.205_711_332_3, exact: 4, 2.205_711_332_323),
      map: (1.713_921_583_3, 0.659_535_656_47, exact: 1.713_921_594_707, 0.659_535_657_422_6),
      wle: (3.170_181_161_3, 1.463_098_596_4, exact: 3.170_154_105_469, 1.463_080_433_226),
      eap: (1.766_596_078_3, 0.667_481_713)),
    CatRCase(
      .twoParameter, [1, 1, nil, 1, 0, nil, 0, 0],
      ml: (0.052_460_835_092, 0.776_679_294_82, exact: 0.052_459_366_663_83, 0.776_679_224_662_9),
      map: (0.032_752_146_556, 0.612_949_757_83, exact: 0.032_735_679_847_37, 0.612_949_393_298_4),
      wle: (0.019_196_310_246, 0.775_171_512_37, exact: 0.019_193_151_525_63, 0.775_171_377_075),
      eap: (0.041_548_368_917, 0.625_018_876_35)),
    CatRCase(
      .rasch, [1, 1, 1, 0, 0, 0, 0, 0],
      ml: (-0.789_949_702_95, 0.838_823_690_27, exact: -0.789_962_066_147_3, 0.838_824_398_925_3),
      map: (-0.467_231_999_11, 0.636_428_286_6, exact: -0.467_209_336_347_7, 0.636_427_993_594),
      wle: (-0.745_410_035_01, 0.836_364_262_38, exact: -0.745_398_599_207_6, 0.836_363_654_81),
      eap: (-0.475_685_738_01, 0.644_535_336_89)),
    CatRCase(
      .rasch, [1, 1, 1, 1, 1, 0, 1, 0],
      ml: (1.342_116_837_7, 0.918_565_271_3, exact: 1.342_115_783_623, 0.918_565_119_807_2),
      map: (0.754_416_784_86, 0.649_520_832_1, exact: 0.754_412_551_574_2, 0.649_520_686_660_2),
      wle: (1.223_687_816_8, 0.902_427_592_12, exact: 1.223_687_739_743, 0.902_427_582_189_1),
      eap: (0.776_953_943_1, 0.658_076_322_56)),
    CatRCase(
      .rasch, [1, 0, 1, 1, 0, 1, 0, 0],
      ml: (-0.107_309_586_33, 0.820_473_291_89, exact: -0.107_325_099_760_1, 0.820_473_256_537_3),
      map: (-0.064_136_066_391, 0.634_379_749, exact: -0.064_139_796_836_77, 0.634_379_738_859_6),
      wle: (-0.109_058_959_09, 0.820_469_432_24, exact: -0.109_074_350_175_8, 0.820_469_399_412_8),
      eap: (-0.062_457_569_516, 0.642_244_897_05)),
    CatRCase(
      .rasch, [0, 0, 0, 0, 0, 0, 0, 0],
      ml: (-4, 1.930_890_558_7, exact: -4, 1.930_890_558_723),
      map: (-1.756_149_359_2, 0.687_022_651_62, exact: -1.756_132_934_862, 0.687_021_562_540_6),
      wle: (-3.644_422_998_3, 1.666_384_897_2, exact: -3.644_421_635_17, 1.666_383_985_992),
      eap: (-1.797_265_876_8, 0.690_967_322_98)),
    CatRCase(
      .rasch, [1, 1, 1, 1, 1, 1, 1, 1],
      ml: (4, 2.087_782_149_9, exact: 4, 2.087_782_149_94),
      map: (1.651_608_781_3, 0.696_095_371_53, exact: 1.651_636_866_376, 0.696_097_315_958_9),
      wle: (3.477_878_272, 1.680_205_306_8, exact: 3.477_875_065_32, 1.680_203_168_946),
      eap: (1.696_124_880_2, 0.700_699_504_79)),
    CatRCase(
      .rasch, [1, 1, nil, 1, 0, nil, 0, 0],
      ml: (-0.089_603_824_4, 0.976_013_730_16, exact: -0.089_611_594_196_3, 0.976_013_710_243_9),
      map: (-0.045_888_748_477, 0.698_540_394_69, exact: -0.045_889_694_318_73, 0.698_540_392_614),
      wle: (-0.091_927_511_362, 0.976_007_983_7, exact: -0.091_935_949_725, 0.976_007_963_598_8),
      eap: (-0.044_437_478_611, 0.705_664_403_11)),
    CatRCase(
      .graded, [0, 1, 2, 1, 3],
      ml: (0.240_630_262_47, 0.645_116_962_93, exact: 0.240_638_296_044_9, 0.645_117_007_842_1),
      map: (0.165_111_396_83, 0.541_935_066_74, exact: 0.165_112_252_345_7, 0.541_935_067_673_7),
      wle: (0.236_802_917_79, 0.645_095_942_7, exact: 0.236_827_140_761_6, 0.645_096_073_369),
      eap: (0.152_685_272_35, 0.572_538_798_24)),
    CatRCase(
      .graded, [3, 3, 2, 2, 1],
      ml: (0.824_808_922_91, 0.659_141_687_52, exact: 0.824_809_134_497_4, 0.659_141_697_389_9),
      map: (0.608_242_961_13, 0.545_636_326_81, exact: 0.608_243_050_993_1, 0.545_636_328_305_9),
      wle: (0.800_478_973_31, 0.658_035_134_14, exact: 0.800_483_426_433_8, 0.658_035_331_632_5),
      eap: (0.614_281_417_28, 0.525_292_747_75)),
    CatRCase(
      .graded, [1, 1, 0, 0, 0],
      ml: (-1.891_525_660_8, 0.835_265_615_01, exact: -1.891_521_997_309, 0.835_264_616_093_3),
      map: (-1.264_517_781_6, 0.578_597_400_74, exact: -1.264_519_382_355, 0.578_597_516_647_7),
      wle: (-1.727_957_805_5, 0.793_863_020_82, exact: -1.727_956_886_6, 0.793_862_805_945_6),
      eap: (-1.290_881_429_9, 0.571_812_565_18)),
    CatRCase(
      .graded, [0, 0, 0, 0, 0],
      ml: (-4, 2.085_012_202_8, exact: -4, 2.085_012_202_797),
      map: (-1.798_297_563_5, 0.629_838_937_31, exact: -1.798_297_217_088, 0.629_838_896_677_7),
      wle: (-3.294_491_104_4, 1.489_962_103_2, exact: -3.294_520_197_798, 1.489_982_267_577),
      eap: (-1.856_123_679_9, 0.651_947_545_69)),
    CatRCase(
      .graded, [3, 3, 3, 3, 3],
      ml: (4, 2.015_215_381_2, exact: 4, 2.015_215_381_244),
      map: (1.896_823_602_9, 0.617_390_692_6, exact: 1.896_823_634_429, 0.617_390_695_792_1),
      wle: (3.237_640_498_4, 1.333_519_744_8, exact: 3.237_625_959_997, 1.333_509_923_276),
      eap: (1.942_533_585_5, 0.640_592_588_76)),
  ]
}
