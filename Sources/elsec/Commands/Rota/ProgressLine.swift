// SPDX-License-Identifier: Apache-2.0

import SchedulingSolver

/// The search's state on one line of a terminal, redrawn in place; silent when nobody watches.
struct ProgressLine: Sendable {
  private let isShown = Output.errorsAreSeen

  /// - Returns: `true`: the search goes on.
  func show(_ progress: SolverProgress) -> Bool {
    guard self.isShown else { return true }
    let seconds = Double(progress.elapsedMilliseconds / 100) / 10
    Output.complain(
      "\r\u{1B}[K\(progress.phase.rawValue)  cost \(progress.cost)  left out \(progress.leftOut)  "
        + "\(progress.iterations) rounds  \(seconds) s")
    return true
  }

  func end() {
    if self.isShown { Output.complain("\r\u{1B}[K") }
  }
}
