// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The items of a bank that were answered, with the score on each: what every estimator works from.
struct AnsweredItems {
  private let curves: [ItemCurve]
  private let scores: [Int]

  /// - Parameter responses: A score for each item of the bank, in its order; `nil` where none was given.
  /// - Throws: `Fault` when the bank has problems, the count differs, or a score is not one of its item's.
  init(_ responses: [Int?], in bank: ItemBank) throws {
    if let problem = bank.problems.first {
      throw Fault(.unsoundBank, problem.message, at: problem.item?.rawValue, maybe: problem.remedy)
    }
    guard responses.count == bank.items.count else {
      throw Fault(
        .bankResponseCount, "\(responses.count) responses were given to a bank of \(bank.items.count) items",
        maybe: "give one for each item, blank where there is none")
    }
    var curves: [ItemCurve] = []
    var scores: [Int] = []
    for (position, response) in responses.enumerated() {
      guard let response else { continue }
      try bank.check(score: response, at: position)
      curves.append(bank.curves[position])
      scores.append(response)
    }
    self.curves = curves
    self.scores = scores
  }

  var count: Int { self.scores.count }

  /// ln L(θ).
  func logLikelihood(at theta: Double) -> Double {
    self.sum { $0.terms(of: $1, at: theta).logProbability }
  }

  /// d ln L(θ)/dθ. It never rises with θ, because ln L is concave.
  func score(at theta: Double) -> Double { self.sum { $0.terms(of: $1, at: theta).score } }

  /// Fisher's expected information I(θ) of the answered items.
  func information(at theta: Double) -> Double { self.sum { curve, _ in curve.information(at: theta) } }

  /// Warm's J(θ)/(2·I(θ)) of the answered items; 0 where they give no information.
  func warmWeight(at theta: Double) -> Double {
    var (information, warm) = (0.0, 0.0)
    for curve in self.curves {
      let terms = curve.informationAndWarm(at: theta)
      information += terms.information
      warm += terms.warm
    }
    return information > 0 ? warm / (2 * information) : 0
  }

  private func sum(_ term: (ItemCurve, Int) -> Double) -> Double {
    var sum = 0.0
    for index in self.scores.indices { sum += term(self.curves[index], self.scores[index]) }
    return sum
  }
}

extension ItemBank {
  /// - Precondition: `position` is one of ``items``.
  func check(score: Int, at position: Int) throws {
    let categories = self.curves[position].categories
    guard (0..<categories).contains(score) else {
      throw Fault(
        .bankScoreOutside,
        "\(self.items[position].code) was scored \(score); the bank has 0 to \(categories - 1) for it",
        at: self.items[position].code.rawValue, maybe: "check that the points of its answers are the bank's scores")
    }
  }
}
