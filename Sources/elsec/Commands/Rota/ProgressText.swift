// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver

/// A search's state in words.
struct ProgressText {
  let progress: SolverProgress

  /// `improvement cost 4215 bound 4195 gap 0.5% left out 12 1234 rounds 3.2 s`; `-` for a bound that is not known.
  var plain: String {
    let gap = CostGap(cost: self.progress.cost, bound: self.progress.bound)
    return "\(self.progress.phase.rawValue) cost \(self.progress.cost) "
      + "bound \(gap.map { "\($0.bound)" } ?? "-") gap \(gap?.text ?? "-") "
      + "left out \(self.progress.leftOut) \(self.progress.iterations) rounds \(self.seconds) s"
  }

  /// Two lines that fit a terminal of 80 columns: what is known of the rota, then what was done for it.
  var lines: [String] {
    let gap = CostGap(cost: self.progress.cost, bound: self.progress.bound)
    let known =
      gap.map { $0.isClosed ? "proved optimal" : "bound \($0.bound)  gap \($0.text)" } ?? "no bound yet"
    return [
      "cost \(self.progress.cost)  \(known)  left out \(self.progress.leftOut)",
      "\(self.progress.phase.rawValue)  \(self.progress.iterations) rounds  \(self.seconds) s",
    ]
  }

  private var seconds: String {
    let tenths = self.progress.elapsedMilliseconds / 100
    return "\(tenths / 10).\(tenths % 10)"
  }
}
