// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Where half a day of one more person would help most.
public struct HalfDayAdvice: Sendable {
  /// Visits that the rota leaves out.
  public let leftOut: [VisitID]
  public let leftOutWeight: Int
  public let cost: Int
  /// What a solve saves with nobody more; the results are held against it.
  public let savedWithout: Int
  /// The best half day of every profile that serves more weight at less cost, the largest saving first.
  public let results: [HalfDayResult]
  /// Profiles for which no half day that was tried serves more.
  public let idle: [HalfDayProfile]

  public init(
    _ answer: RotaAnswer,
    of problem: RotaProblem,
    savedWithout: Int,
    results: [HalfDayResult],
    idle: [HalfDayProfile]
  ) {
    let placed = Set(answer.assignments.map(\.visit))
    let left = problem.visits.filter { !placed.contains($0.id) }
    self.leftOut = left.map(\.id)
    self.leftOutWeight = left.reduce(0) { $0 + $1.weight }
    self.cost = RotaReferee.check(answer, of: problem).cost.total
    self.savedWithout = savedWithout
    self.results = results
    self.idle = idle
  }

  /// Plain sentences, in the order to be read.
  public func sentences(in problem: RotaProblem) -> [String] {
    guard !self.leftOut.isEmpty else { return ["Every visit is placed; nobody more is needed."] }
    let count = counted(self.leftOut.count, "visit")
    var sentences = [
      "The rota leaves out \(count) (weight \(self.leftOutWeight)) and costs \(points(self.cost))."
    ]
    if self.savedWithout > 0 {
      sentences.append("Searching on with nobody more would save \(points(self.savedWithout)).")
    }
    if !self.results.isEmpty {
      sentences.append("What one more half day would serve, each tried by solving the week:")
    }
    sentences += self.results.enumerated().map { place, result in
      "\(place + 1). \(result.change.words(in: problem)): \(result.effect)."
    }
    sentences += self.idle.map { "Half a day of \($0.words) was tried and serves no more." }
    if self.results.isEmpty && self.idle.isEmpty {
      sentences.append("No role of the team can do what is left out.")
    }
    return sentences
  }
}

extension HalfDayResult {
  /// `4 more visits (weight 1600), the rota costs 22450 instead of 24050`
  var effect: String {
    let visits = counted(self.served.count, "more visit")
    let lost = self.lost.isEmpty ? "" : " in place of \(counted(self.lost.count, "other"))"
    let cost = "the rota costs \(self.costWith) instead of \(self.costWithout)"
    return "\(visits)\(lost) (weight \(self.weight)), \(cost)"
  }
}
