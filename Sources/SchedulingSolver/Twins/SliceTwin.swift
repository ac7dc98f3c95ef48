// SPDX-License-Identifier: Apache-2.0

package import Scheduling
import Vocabulary

/// Holds a search made in slices against the same search made in one go.
package enum SliceTwin {
  private final class Told {
    var routes: [Int: [Int]] = [:]
  }

  /// Searches once in one go, once in slices of `slice` rounds, and goes on from the result in another search.
  ///
  /// - Returns: what differs first: the two results; the routes told and those of the plan in hand; the rota
  ///   taken over and its cost by the referee. `nil` when all agree.
  package static func firstDisagreement(
    over rounds: Int,
    slice: Int,
    on problem: RotaProblem,
    seed: UInt64
  ) -> String? {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      let dense = DenseProblem(problem, in: arena)
      let options = SolverOptions(iterations: rounds, seed: seed)
      let began = ContinuousClock.now
      var whole = Search(dense, options: options, seed: seed, began: began, in: arena)
      guard whole.run() == .limit else { return "the whole search did not reach its end" }

      let told = Told()
      var parts = Search(dense, options: options, seed: seed, began: began, in: arena)
      parts.onNewRoute = { shift, plan in told.routes[shift] = Self.stops(of: plan, on: shift, dense) }
      var isOver = false
      while !isOver {
        isOver = parts.run(rounds: slice) != .slice
        if let wrong = Self.untold(parts, told, dense) { return "after \(parts.iterations) rounds: \(wrong)" }
      }
      for shift in 0..<dense.shifts where !whole.best.hasSameRoute(parts.best, on: shift, under: dense) {
        return "shift \(shift) has another route where the search is made in slices"
      }

      var heir = Search(dense, options: options, seed: seed &+ 1, began: began, in: arena)
      heir.onNewRoute = parts.onNewRoute
      heir.adopt(parts.best)
      if let wrong = Self.untold(heir, told, dense) { return "taken over: \(wrong)" }
      _ = heir.run(rounds: slice)
      let (given, found) = (parts.best.cost(under: dense), heir.best.cost(under: dense))
      if found > given { return "a search that took over a rota of \(given) ends with \(found)" }
      heir.editor.take(heir.best)
      let answer = heir.editor.answer(to: problem)
      let verdict = RotaReferee.check(answer, of: problem)
      if let breach = verdict.breaches.first { return "taken over: \(breach)" }
      return verdict.cost.total == found ? nil : "taken over at \(found), the referee counts \(verdict.cost.total)"
    }
  }

  private static func stops(of plan: Plan, on shift: Int, _ problem: DenseProblem) -> [Int] {
    (0..<plan.count[shift]).map { plan.stops[shift * problem.stopLimit + $0] }
  }

  private static func untold(_ search: borrowing Search, _ told: Told, _ problem: DenseProblem) -> String? {
    for shift in 0..<problem.shifts where search.current.count[shift] > 0 {
      if told.routes[shift] != Self.stops(of: search.current, on: shift, problem) {
        return "the route of shift \(shift) was not told"
      }
    }
    return nil
  }
}
