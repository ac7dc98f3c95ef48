// SPDX-License-Identifier: Apache-2.0

public import Scheduling

extension RotaPageContent {
  /// The terms that a rota pays for, in words, in the order of the exchange format; terms of no points are
  /// left out.
  public static func costs(of cost: RotaCost, in problem: RotaProblem, answer: RotaAnswer) -> [Cost] {
    cost.byTerm.filter { $0.points != 0 }.map { term, points in
      let (words, weight) = Self.words(for: term, problem.weights)
      let count = term == .leftOut ? answer.unassigned.count : weight == 0 ? 0 : points / weight
      return Cost(words: words, count: count, cost: points)
    }
  }

  private static func words(for term: RotaCost.Term, _ weights: RotaProblem.Weights) -> (String, Int) {
    switch term {
    case .leftOut: ("visits left out, each at its own weight", 0)
    case .travel: ("minutes of travel", weights.travel)
    case .preferStaff: ("visits not with the person asked for", weights.preferStaff)
    case .seriesStaff: ("changes of person within a series", weights.seriesStaff)
    case .preferWindow: ("visits outside the hours asked for", weights.preferWindow)
    case .balance: ("percent between the fullest and the emptiest week of a role", weights.balance)
    case .changedStaff: ("published visits now with someone else", weights.changedStaff)
    case .changedDay: ("published visits now on another day", weights.changedDay)
    case .changedStart: ("published visits now at another time", weights.changedStart)
    case .shift: ("days worked by someone", weights.shift)
    }
  }
}
