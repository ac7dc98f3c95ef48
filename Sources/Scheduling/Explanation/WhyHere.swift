// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Why a placed visit stands where it stands: what it costs there, and the next best place for it.
public struct WhyHere: Sendable, Hashable {
  public let visit: VisitID
  public let assignment: RotaAnswer.Assignment
  /// What the rota costs more with the visit here than without it, term by term, the weight of leaving it
  /// out not counted. A term is negative where the visit saves points, such as by evening out loads.
  public let share: RotaCost
  /// The cheapest other people, day or start with everything else as it is; `nil` when there is none.
  public let next: VisitCandidate?
  /// Every other group of people and day, in order of day, then people; one that names the visit's own people
  /// and day is another start.
  public let candidates: [VisitCandidate]
  /// What leaving the visit out would cost: its weight.
  public let weight: Int
  /// Placed visits that must come after this one, directly or by others, and would have to be left out with it.
  public let dependents: [VisitID]
  public let sentences: [String]

  /// How many other groups of people and days it could go to.
  public var alternatives: Int { self.candidates.count { $0.fit != nil } }

  /// Cost points by which the next best place is worse; negative when it is better.
  public var worseBy: Int? { self.next?.fit.map { $0.cost.total - self.share.total } }
}

extension WhyHere {
  init(
    _ placement: PlacedRota.Placement,
    assignment: RotaAnswer.Assignment,
    share: RotaCost,
    candidates: [VisitCandidate],
    dependents: [VisitID],
    in problem: RotaProblem
  ) {
    self.visit = problem.visits[placement.visit].id
    self.assignment = assignment
    self.share = share
    let next = RotaExplainer.cheapest(candidates)
    self.next = next
    self.candidates = candidates
    self.weight = problem.visits[placement.visit].weight
    self.dependents = dependents
    let hours = "\(RotaProblem.clock(placement.start)) to \(RotaProblem.clock(placement.end))"
    let when = "\(problem.dayName(placement.day)), \(hours)"
    var sentences = [
      "\(problem.words(forVisit: placement.visit)) is done by \(problem.staffNames(placement.staff)) on \(when).",
      Self.costSentence(share),
      Self.leavingOutSentence(share, weight: self.weight, dependents),
    ]
    if let next, let fit = next.fit {
      let names = problem.staffNames(next.staff.compactMap { problem.staffIndex[$0] })
      let where_ = "\(names) on \(problem.dayName(next.day)) at \(RotaProblem.clock(fit.start))"
      let difference = fit.cost.total - share.total
      let worse =
        difference < 0
        ? "would save \(points(-difference))"
        : difference == 0 ? "would cost the same" : "would cost \(points(difference)) more"
      sentences.append("The next best place, everything else staying as it is, is \(where_): it \(worse).")
    } else {
      sentences.append("There is no other place for it while everything else stays as it is.")
    }
    self.sentences = sentences
  }

  private static func leavingOutSentence(_ share: RotaCost, weight: Int, _ dependents: [VisitID]) -> String {
    let saved = share.total >= 0 ? "save \(points(share.total))" : "cost \(points(-share.total)) more elsewhere"
    let sentence = "Leaving it out would \(saved) and cost its weight of \(weight)"
    guard !dependents.isEmpty else { return "\(sentence)." }
    let names = dependents.map(\.rawValue).joined(separator: ", ")
    return "\(sentence); \(names), which must come after it, would be left out with it."
  }

  private static func costSentence(_ share: RotaCost) -> String {
    let parts = share.byTerm.filter { $0.points != 0 }.map { "\($0.term.words) \($0.points)" }
    guard !parts.isEmpty else { return "It costs nothing there." }
    return "It costs \(points(share.total)) there: \(parts.joined(separator: ", "))."
  }
}

/// `1 point`, `20 points`
func points(_ count: Int) -> String { counted(count, "point") }

extension RotaCost.Term {
  /// The term in words that a manager uses.
  public var words: String {
    switch self {
    case .leftOut: "visits left out"
    case .travel: "travel"
    case .preferStaff: "people not preferred"
    case .seriesStaff: "changes of people in a series"
    case .preferWindow: "times not preferred"
    case .balance: "uneven loads"
    case .changedStaff: "people changed since publishing"
    case .changedDay: "days changed since publishing"
    case .changedStart: "starts changed since publishing"
    case .shift: "days worked"
    }
  }
}

extension RotaProblem {
  /// `v1 (group, 40 minutes at A nursery)`
  func words(forVisit position: Int) -> String {
    let visit = self.visits[position]
    let kind = visit.kind.isEmpty ? "" : "\(visit.kind), "
    return "\(visit.id) (\(kind)\(counted(visit.minutes, "minute")) at \(self.placeName(ofVisit: position)))"
  }
}
