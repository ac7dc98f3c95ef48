// SPDX-License-Identifier: Apache-2.0

package import Scheduling
import Vocabulary

/// Holds the routes that pricing finds against all the routes there are.
package enum PricingTwin {
  package struct Outcome: Sendable {
    /// What is wrong first; `nil` when all agrees.
    package var wrong: String?
    /// Routes that there are, of all pieces looked at.
    package var routes = 0
    /// Times that a piece was asked for routes and had one below the threshold.
    package var found = 0
  }

  /// All routes of one piece, each with what the problem says of it.
  private struct Known {
    let piece: PieceNetwork
    var routes: [[Int32]: EveryRoute.Route] = [:]
  }

  /// Asks every piece of a problem for its cheapest routes under `rounds` random prices.
  ///
  /// - Parameter near: nodes that a route remembers while it is near them; `nil` = as many as the bound has it.
  /// - Returns: first of all a route that one side knows and the other doesn't, or counts otherwise; then a `lowest` above
  ///   the cheapest route, or off it where a route remembers all it has met (no more nodes than `near`); then a returned route that
  ///   is closed, repeats a visit, or costs something else than it says. No outcome for a problem that the bound refuses.
  package static func compare(
    over rounds: Int, on problem: RotaProblem, seed: UInt64, near: Int? = nil
  ) -> Outcome? {
    guard let model = BoundModel(problem, near: near ?? PieceNetwork.near) else { return nil }
    var random = SeededGenerator(seed: seed)
    var outcome = Outcome()
    let wary = DayPricing(isMetric: false)
    let bold = DayPricing(isMetric: model.isMetric)
    for index in model.pieces.indices {
      var known = Known(piece: model.pieces[index])
      outcome.wrong = Self.fill(&known, index, model)
      outcome.routes += known.routes.count
      for round in 0..<rounds where outcome.wrong == nil {
        let trial = PricingTrial(index, of: model, near: near ?? PieceNetwork.near, random: &random)
        for (pricing, isBold) in [(wary, false), (bold, true)] {
          let least = trial.least(of: known.routes)
          if least < trial.threshold { outcome.found += 1 }
          if let wrong = trial.fault(in: pricing, isBold: isBold, known: known.routes, least: least) {
            outcome.wrong = "piece \(index), round \(round): \(wrong)"
            break
          }
        }
      }
      if outcome.wrong != nil { return outcome }
    }
    return outcome
  }

  /// Lists the routes; returns what the piece or the model says otherwise.
  private static func fill(_ known: inout Known, _ index: Int, _ model: BoundModel) -> String? {
    let piece = known.piece
    guard let every = EveryRoute(model.problem, staff: piece.person, day: piece.day) else { return "nobody works" }
    var nodes: [Int: Int32] = [:]
    for (node, entry) in piece.nodes.enumerated() { nodes[entry.slot] = Int32(node) }
    var wrong: String?
    every.each { route in
      let path = route.stops.compactMap { nodes[model.firstSlot[$0.visit] + $0.slot] }
      guard path.count == route.stops.count else {
        wrong = wrong ?? "piece \(index) lacks a stop of \(route)"
        return
      }
      known.routes[path] = route
      let counted = model.route(path, on: index)
      if counted.points != route.points || counted.work * model.unit != route.minutes {
        wrong = wrong ?? "piece \(index) counts \(counted) for \(route)"
      }
      if !Self.canBeWorked(path, index, model) { wrong = wrong ?? "piece \(index) has no sound starts for \(route)" }
    }
    return wrong
  }

  /// Whether the starts that the model gives stand inside the windows and leave time for ways and break.
  private static func canBeWorked(_ path: [Int32], _ index: Int, _ model: BoundModel) -> Bool {
    let (piece, problem) = (model.pieces[index], model.problem)
    guard let starts = model.starts(of: path, on: index)?.starts,
      let frame = problem.frame(staff: piece.person, day: piece.day)
    else { return false }
    let stops = zip(path, starts).map { node, start in
      let visit = problem.visits[piece.nodes[Int(node)].visit]
      return DayCheck.Stop(start: start, end: start + visit.minutes, place: problem.placeIndex[visit.place] ?? 0)
    }
    return zip(path, stops).allSatisfy { node, stop in
      problem.visits[piece.nodes[Int(node)].visit].windows.contains {
        $0.holds(day: piece.day, from: stop.start, to: stop.end)
      }
    } && DayCheck.feasible(stops, in: frame, over: problem.travel)
  }
}
