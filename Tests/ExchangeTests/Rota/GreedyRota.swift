// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// A plain rota to start tests from: visits one after another, heaviest first, each at its cheapest place.
enum GreedyRota {
  static func answer(to problem: RotaProblem) throws -> RotaAnswer {
    var assignments: [RotaAnswer.Assignment] = []
    let order = problem.visits.indices.sorted {
      (-problem.visits[$0].weight, $0) < (-problem.visits[$1].weight, $1)
    }
    for position in order {
      let visit = problem.visits[position]
      let explainer = RotaExplainer(RotaAnswer(problem: problem.name, assignments: assignments), of: problem)
      let fits = try explainer.candidates(for: visit.id).compactMap { candidate in
        candidate.fit.map { (candidate, $0) }
      }
      guard let best = fits.min(by: { $0.1.cost.total < $1.1.cost.total }),
        best.1.cost.total < visit.weight
      else { continue }
      assignments.append(
        RotaAnswer.Assignment(visit: visit.id, staff: best.0.staff, day: best.0.day, start: best.1.start)
      )
    }
    let placed = Set(assignments.map(\.visit))
    let left = problem.visits.map(\.id).filter { !placed.contains($0) }
    return RotaAnswer(
      problem: problem.name,
      assignments: assignments,
      breaks: problem.breaks(for: assignments),
      unassigned: left.map { RotaAnswer.LeftOut(visit: $0, reason: "not placed") }
    )
  }
}
