// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a changed problem leaves standing of the rota that people hold: its published assignments without
/// those that now break a rule.
///
/// What breaks a rule by itself goes first. Where several visits break one together (a day without room for its
/// break, a week over its limit, a room taken twice), the lightest goes, of equally light ones the later; this
/// need not be the largest rota that could stand.
public struct StandingRota: Sendable, Hashable {
  /// In the order in which they were published; people, day and start are those that people hold.
  public let assignments: [RotaAnswer.Assignment]
  /// The published visits that can't stay, sorted by id; visits that the problem no longer has are among them.
  public let fallen: [VisitID]
  /// The standing assignments with their breaks, and every other visit told as left out; breaks no rule.
  public let answer: RotaAnswer

  /// - Complexity: a verdict of the referee for every round of removals.
  public init(of problem: RotaProblem) {
    var standing: [RotaAnswer.Assignment] = []
    var seen: Set<VisitID> = []
    for held in problem.published
    where problem.visitIndex[held.visit] != nil && held.staff.allSatisfy({ problem.staffIndex[$0] != nil }) {
      if seen.insert(held.visit).inserted { standing.append(held) }
    }
    var answer = Self.answer(standing, of: problem)
    while true {
      let breaches = RotaReferee.check(answer, of: problem).breaches
      if breaches.isEmpty { break }
      let victims = Self.victims(of: breaches, in: PlacedRota(answer, of: problem))
      if victims.isEmpty { break }
      standing.removeAll { victims.contains($0.visit) }
      answer = Self.answer(standing, of: problem)
    }
    self.assignments = standing
    self.answer = answer
    let stays = Set(standing.map(\.visit))
    self.fallen = Set(problem.published.map(\.visit)).subtracting(stays).sorted()
  }

  private static func answer(_ standing: [RotaAnswer.Assignment], of problem: RotaProblem) -> RotaAnswer {
    let placed = Set(standing.map(\.visit))
    return RotaAnswer(
      problem: problem.name,
      assignments: standing,
      breaks: problem.breaks(for: standing),
      unassigned: problem.visits.filter { !placed.contains($0.id) }.map {
        RotaAnswer.LeftOut(visit: $0.id, reason: "it can't stay where it was")
      }
    )
  }

  /// All visits that are in breach alone; when there are none, one of the visits of the first breach.
  private static func victims(of breaches: [Breach], in rota: PlacedRota) -> Set<VisitID> {
    var alone: Set<VisitID> = []
    for breach in breaches {
      if let visit = breach.visit {
        alone.insert(visit)
      } else if breach.code == .noShift || breach.code == .shift {
        alone.formUnion(self.visits(of: breach, in: rota).map { rota.problem.visits[$0.visit].id })
      }
    }
    if !alone.isEmpty { return alone }
    let lightest = breaches.first.flatMap { breach in
      self.visits(of: breach, in: rota).min { a, b in
        let (left, right) = (rota.problem.visits[a.visit].weight, rota.problem.visits[b.visit].weight)
        return left != right ? left < right : (b.day, b.start, b.visit) < (a.day, a.start, a.visit)
      }
    }
    return Set(lightest.map { [rota.problem.visits[$0.visit].id] } ?? [])
  }

  /// The visits that a breach is about.
  private static func visits(of breach: Breach, in rota: PlacedRota) -> [PlacedRota.Placement] {
    if let staff = breach.staff.flatMap({ rota.problem.staffIndex[$0] }) {
      guard let day = breach.day else { return rota.placements.filter { $0.staff.contains(staff) } }
      let visits = rota.day(of: staff, on: day)?.visits ?? []
      guard let gap = breach.gap else { return visits }
      return [gap - 1, gap].filter { visits.indices.contains($0) }.map { visits[$0] }
    }
    if let series = breach.series {
      return rota.placements.filter { rota.problem.visits[$0.visit].series == series }
    }
    return rota.placements.filter {
      $0.day == breach.day && rota.problem.visits[$0.visit].place == breach.place
    }
  }
}
