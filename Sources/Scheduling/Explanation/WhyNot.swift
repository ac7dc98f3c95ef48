// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Why a visit is left out: for all people and days, the first rule in its way, or what it would cost there.
public struct WhyNot: Sendable, Hashable {
  public let visit: VisitID
  /// What leaving it out costs.
  public let weight: Int
  /// In order of day, then people; see ``VisitCandidate/staff`` for joint visits.
  public let candidates: [VisitCandidate]
  /// The cheapest place at which it fits as it is; `nil` when it fits nowhere.
  public let best: VisitCandidate?
  /// One sentence for ``RotaAnswer/LeftOut/reason``.
  public let shortReason: String
  /// The story in order: what is left out and at what cost, the best place if there is one, who could never
  /// do it, then for everyone else what stands in the way on which days; for a large team by rule.
  public let sentences: [String]
}

extension WhyNot {
  init(_ position: Int, candidates: [VisitCandidate], in problem: RotaProblem) {
    let visit = problem.visits[position]
    self.visit = visit.id
    self.weight = visit.weight
    self.candidates = candidates
    self.best = RotaExplainer.cheapest(candidates)
    self.shortReason = Self.shortReason(position, candidates, best: self.best, in: problem)
    self.sentences =
      ["\(problem.words(forVisit: position)) is left out, which costs \(points(visit.weight))."]
      + (self.best.map { [Self.bestSentence($0, weight: visit.weight, in: problem)] } ?? [])
      + Self.obstacleSentences(candidates, of: visit, in: problem)
  }

  /// Sentences for every person and obstacle are summed up by rule when there are more than this.
  static let longestList = 12

  private static func obstacleSentences(
    _ candidates: [VisitCandidate],
    of visit: RotaProblem.Visit,
    in problem: RotaProblem
  ) -> [String] {
    let days = Set(visit.windows.map(\.day)).sorted()
    guard !days.isEmpty else { return ["It has no window: it is asked for on no day."] }
    let asked = candidates.filter { days.contains($0.day) }
    let names = days.map { problem.dayName($0) }.joined(separator: ", ")
    let only = days.count < problem.horizon.days ? ["It is asked for on \(names) only."] : []
    let sentences = ObstacleSentences(asked, in: problem).all
    guard sentences.count > Self.longestList else { return only + sentences }
    return only + ObstacleSummary(asked, in: problem).all
  }

  /// How often each kind of obstacle is the first in the way, in the order of the kinds.
  public var tally: [(kind: Obstacle.Kind, count: Int)] { Self.tally(self.candidates) }

  private static func tally(_ candidates: [VisitCandidate]) -> [(kind: Obstacle.Kind, count: Int)] {
    var counts: [Obstacle.Kind: Int] = [:]
    for case let obstacle? in candidates.map(\.obstacle) { counts[obstacle.kind, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func bestSentence(
    _ best: VisitCandidate,
    weight: Int,
    in problem: RotaProblem
  ) -> String {
    guard let fit = best.fit else { return "" }
    let names = problem.staffNames(best.staff.compactMap { problem.staffIndex[$0] })
    let place = "with \(names) on \(problem.dayName(best.day)) at \(RotaProblem.clock(fit.start))"
    let cost = "for \(points(fit.cost.total))"
    let saving = weight - fit.cost.total
    let verdict =
      saving > 0
      ? "\(points(saving)) better than leaving it out"
      : saving == 0 ? "no better than leaving it out" : "\(points(-saving)) worse than leaving it out"
    return "It would fit \(place) \(cost): \(verdict)."
  }
}
