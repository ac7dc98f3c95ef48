// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Explains the visits of one rota.
///
/// Answers are exact for the question "with everything else as it is": other visits keep their people, day
/// and start, and breaks may move. They say nothing of what several changes at once could do. The rota
/// should break no hard rule; for one that does, explanations hold as far as the rest of the rota allows.
public struct RotaExplainer: Sendable {
  public let problem: RotaProblem
  private let answer: RotaAnswer
  private let rota: PlacedRota

  public init(_ answer: RotaAnswer, of problem: RotaProblem) {
    self.problem = problem
    self.answer = answer
    self.rota = PlacedRota(answer, of: problem)
  }

  /// - Throws: ``Vocabulary/Fault`` `rota.visit-unknown` when the problem has no such visit.
  /// - Complexity: people × days × starts on the grid × visits of a day; for a joint visit also pairs of
  ///   people with time.
  public func explain(_ id: VisitID) throws -> VisitExplanation {
    let position = try self.position(of: id)
    guard let placement = self.rota.placement(of: position) else {
      return .leftOut(self.whyNot(position))
    }
    let rest = self.rotaWithout(id)
    let candidates = InsertionSearch(position, in: rest).candidates(excluding: placement)
    let share = RotaReferee.cost(of: self.rota) - RotaReferee.cost(of: rest)
    let ownShare = RotaCost(share.byTerm.filter { $0.term != .leftOut }.map { ($0.term, $0.points) })
    let assignment = RotaAnswer.Assignment(
      visit: id,
      staff: placement.staff.map { self.problem.staff[$0].id },
      day: placement.day,
      start: placement.start
    )
    return .placed(
      WhyHere(
        placement,
        assignment: assignment,
        share: ownShare,
        candidates: candidates,
        dependents: self.dependents(of: id),
        in: self.problem
      )
    )
  }

  private func dependents(of id: VisitID) -> [VisitID] {
    var bound: Set<VisitID> = [id]
    var (found, grows) = (Set<VisitID>(), true)
    while grows {
      grows = false
      for placement in self.rota.placements {
        let visit = self.problem.visits[placement.visit]
        guard !bound.contains(visit.id), visit.after.contains(where: { bound.contains($0.visit) }) else { continue }
        bound.insert(visit.id)
        found.insert(visit.id)
        grows = true
      }
    }
    return self.problem.visits.map(\.id).filter { found.contains($0) }
  }

  /// Every candidate for a visit, as if it were not placed.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.visit-unknown`.
  public func candidates(for id: VisitID) throws -> [VisitCandidate] {
    let position = try self.position(of: id)
    let rota = self.rota.placement(of: position) == nil ? self.rota : self.rotaWithout(id)
    return InsertionSearch(position, in: rota).candidates()
  }

  /// The sentence for ``RotaAnswer/LeftOut/reason`` of a visit that is not placed.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.visit-unknown`.
  public func shortReason(for id: VisitID) throws -> String {
    self.whyNot(try self.position(of: id)).shortReason
  }

  /// The answer with every visit that is not placed told as left out, in the order of the problem, each with
  /// its short reason.
  public func answerWithReasons() -> RotaAnswer {
    let left = self.problem.visits.indices.filter { self.rota.placement(of: $0) == nil }
    return RotaAnswer(
      problem: self.answer.problem,
      assignments: self.answer.assignments,
      breaks: self.answer.breaks,
      unassigned: left.map {
        RotaAnswer.LeftOut(visit: self.problem.visits[$0].id, reason: self.whyNot($0).shortReason)
      },
      cost: self.answer.cost,
      bound: self.answer.bound
    )
  }

  /// Changes that may let a visit in that is not placed, the smallest first; none is tried yet.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.visit-unknown`.
  public func changesProposed(for id: VisitID) throws -> [any ProblemChange] {
    let position = try self.position(of: id)
    let rota = self.rota.placement(of: position) == nil ? self.rota : self.rotaWithout(position)
    return ChangeProposals(position, in: rota).all
  }

  /// The cheapest that fits; of equals the earliest day, then start, then people.
  static func cheapest(_ candidates: [VisitCandidate]) -> VisitCandidate? {
    var best: (total: Int, day: Int, start: Int, candidate: VisitCandidate)?
    for candidate in candidates {
      guard let fit = candidate.fit else { continue }
      let key = (fit.cost.total, candidate.day, fit.start)
      if let best, (best.total, best.day, best.start) <= key { continue }
      best = (key.0, key.1, key.2, candidate)
    }
    return best?.candidate
  }

  private func position(of id: VisitID) throws -> Int {
    guard let position = self.problem.visitIndex[id] else {
      throw Fault(
        .rotaVisitUnknown,
        "there is no visit '\(id)' on the rota",
        maybe: "see 'elsec rota show'"
      )
    }
    return position
  }

  private func whyNot(_ position: Int) -> WhyNot {
    let rota = self.rota.placement(of: position) == nil ? self.rota : self.rotaWithout(position)
    return WhyNot(position, candidates: InsertionSearch(position, in: rota).candidates(), in: self.problem)
  }

  private func rotaWithout(_ position: Int) -> PlacedRota {
    self.rotaWithout(self.problem.visits[position].id)
  }

  private func rotaWithout(_ id: VisitID) -> PlacedRota {
    let others = self.answer.assignments.filter { $0.visit != id }
    return PlacedRota(
      RotaAnswer(problem: self.answer.problem, assignments: others, breaks: self.answer.breaks),
      of: self.problem
    )
  }
}

extension Fault.Code {
  public static let rotaVisitUnknown = Fault.Code("rota.visit-unknown", .notSo)
}
