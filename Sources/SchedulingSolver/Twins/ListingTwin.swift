// SPDX-License-Identifier: Apache-2.0

package import Scheduling

/// Proves a bound with all routes listed as soon as can be, and without ever listing them.
package enum ListingTwin {
  package struct Outcome: Sendable {
    package var listing = 0
    package var pricing = 0
    /// Routes that were listed; 0 when the program closed the gap before.
    package var routes = 0
  }

  /// - Parameters:
  ///   - incumbent: what a known rota costs.
  ///   - rounds: of each proof at most.
  /// - Returns: `nil` for a problem that the bound refuses.
  package static func compare(on problem: RotaProblem, incumbent: Int, rounds: Int) -> Outcome? {
    guard let model = BoundModel(problem) else { return nil }
    var outcome = Outcome()
    for widest in [1.0, -1.0] {
      let prover = RotaBound(model)
      prover.incumbent = incumbent
      prover.widestGap = widest
      while !prover.isFinished && prover.rounds < rounds {
        prover.round { true }
        outcome.routes = max(outcome.routes, prover.listed?.columns.count ?? 0)
      }
      if widest > 0 { outcome.listing = prover.bound } else { outcome.pricing = prover.bound }
    }
    return outcome
  }
}
