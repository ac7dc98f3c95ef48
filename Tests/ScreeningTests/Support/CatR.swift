// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Item banks and answers with the abilities that catR 3.17 gave for them under R 4.2.2: D = 1, prior N(0, 1), range
/// −4 to 4, EAP on 33 points.
enum CatR {
  struct Case: Sendable {
    let model: ItemBank.Model
    /// By item: 0, 1, …; `-` was not answered.
    let answers: String
    /// ML, MAP, WLE, EAP: ability and standard error.
    let ml: (Double, Double)
    let map: (Double, Double)
    let wle: (Double, Double)
    let eap: (Double, Double)

    func expected(_ estimator: AbilityEstimator.Method) -> (theta: Double, error: Double) {
      switch estimator {
      case .maximumLikelihood: self.ml
      case .maximumAPosteriori: self.map
      case .weightedLikelihood: self.wle
      case .expectedAPosteriori: self.eap
      }
    }
  }

  static let slopes = [1, 1.3, 0.8, 1.7, 1.1, 0.9, 1.4, 1.2]
  static let locations = [-2, -1.4, -0.9, -0.3, 0.1, 0.6, 1.2, 1.9]
  static let graded: [(Double, [Double])] = [
    (1.2, [-1.5, -0.4, 0.8]), (0.9, [-2, -0.9, 0.3]), (1.6, [-0.8, 0.1, 1]), (1.1, [-0.2, 0.7, 1.6]),
    (1.4, [-1.1, 0.4, 1.9]),
  ]

  static let cases = [
    Case(
      model: .twoParameter, answers: "11100000", ml: (-0.85866637289, 0.74258226633),
      map: (-0.56117127591, 0.58229616187), wle: (-0.78396302378, 0.73463835283), eap: (-0.57999344197, 0.59562018433)),
    Case(
      model: .twoParameter, answers: "11111010", ml: (1.4336589281, 0.82961878168),
      map: (0.8787087935, 0.60821397706), wle: (1.3247209548, 0.81448740478), eap: (0.90775070747, 0.61502938686)),
    Case(
      model: .twoParameter, answers: "00000000", ml: (-4, 2.0504214609), map: (-1.7411276204, 0.66602089884),
      wle: (-3.4554987569, 1.6171300979), eap: (-1.7998205031, 0.66958805849)),
    Case(
      model: .twoParameter, answers: "11111111", ml: (4, 2.2057113323), map: (1.7139215833, 0.65953565647),
      wle: (3.1701811613, 1.4630985964), eap: (1.7665960783, 0.667481713)),
    Case(
      model: .twoParameter, answers: "11-10-00", ml: (0.052460835092, 0.77667929482),
      map: (0.032752146556, 0.61294975783), wle: (0.019196310246, 0.77517151237), eap: (0.041548368917, 0.62501887635)),
    Case(
      model: .rasch, answers: "11100000", ml: (-0.78994970295, 0.83882369027), map: (-0.46723199911, 0.6364282866),
      wle: (-0.74541003501, 0.83636426238), eap: (-0.47568573801, 0.64453533689)),
    Case(
      model: .rasch, answers: "10110100", ml: (-0.10730958633, 0.82047329189), map: (-0.064136066391, 0.634379749),
      wle: (-0.10905895909, 0.82046943224), eap: (-0.062457569516, 0.64224489705)),
    Case(
      model: .rasch, answers: "11-10-00", ml: (-0.0896038244, 0.97601373016), map: (-0.045888748477, 0.69854039469),
      wle: (-0.091927511362, 0.9760079837), eap: (-0.044437478611, 0.70566440311)),
    Case(
      model: .graded, answers: "01213", ml: (0.24063026247, 0.64511696293), map: (0.16511139683, 0.54193506674),
      wle: (0.23680291779, 0.6450959427), eap: (0.15268527235, 0.57253879824)),
    Case(
      model: .graded, answers: "33221", ml: (0.82480892291, 0.65914168752), map: (0.60824296113, 0.54563632681),
      wle: (0.80047897331, 0.65803513414), eap: (0.61428141728, 0.52529274775)),
    Case(
      model: .graded, answers: "00000", ml: (-4, 2.0850122028), map: (-1.7982975635, 0.62983893731),
      wle: (-3.2944911044, 1.4899621032), eap: (-1.8561236799, 0.65194754569)),
  ]

  /// A screener of section B with the bank, `theta`, its error `se` and the score `ss` on 100 ± 15.
  static func definition(
    _ model: ItemBank.Model,
    _ estimator: AbilityEstimator.Method,
    least: Int = 1,
    adaptive: AdaptiveRule? = nil,
    change: (inout ScreenerDefinition) -> Void = { _ in }
  ) -> ScreenerDefinition {
    let section = OpenDemo.section("B", model == .graded ? "four" : "bit", model == .graded ? 5 : 8)
    let rows = section.items.enumerated().map { index, item in
      model == .graded
        ? BankItem(
          code: item.code, discrimination: self.graded[index].0, thresholds: self.graded[index].1)
        : BankItem(
          code: item.code, discrimination: model == .rasch ? 1 : self.slopes[index],
          thresholds: [self.locations[index]], domain: index % 2 == 0 ? "odd" : "even")
    }
    return Small.definition(
      [section],
      [
        (
          "theta",
          .ability(
            AbilityScore(bank: BankID("bank"), sections: [SectionID("B")], estimator: estimator, least: least))
        ),
        ("se", .abilityError(AbilityErrorScore(of: ScoreName("theta")))),
        ("ss", .scale(ScaleScore(of: ScoreName("theta"), mean: 100, sd: 15))),
      ]
    ) {
      $0.banks = [
        ItemParameters(id: BankID("bank"), model: model, scaling: 1, file: "bank.csv", sha256: .zero, rows: rows)
      ]
      if let adaptive { $0.administer = [SectionAdministration(section: SectionID("B"), adaptive: adaptive)] }
      change(&$0)
    }
  }

  /// Keys `0123` or `-` as answers to the items of B.
  static func typed(_ keys: String, graded: Bool) -> String {
    keys.enumerated().filter { $0.element != "-" }.map { index, key in
      let code = graded ? ["0": "A", "1": "B", "2": "C", "3": "D"][key] : key == "1" ? "Y" : "N"
      return "B\(index + 1) \(code ?? "")"
    }.joined(separator: " ")
  }
}
