// SPDX-License-Identifier: Apache-2.0

import SchedulingSolver
import Synchronization

/// The search's state on standard error: redrawn in place on a terminal, or a plain line at most once a second when
/// those are asked for; silent when nobody watches.
final class ProgressLine: Sendable {
  private enum Style { case redrawn, plain, silent }

  private let style: Style
  /// When the last plain line was written, and how many lines stand to be redrawn.
  private let shown = Mutex<(milliseconds: Int?, lines: Int)>((nil, 0))

  /// - Parameter isPlain: plain lines, on a terminal too.
  init(isPlain: Bool) {
    self.style = isPlain ? .plain : Output.errorsAreSeen ? .redrawn : .silent
  }

  /// - Returns: `true`: the search goes on.
  func show(_ progress: SolverProgress) -> Bool {
    let text = ProgressText(progress: progress)
    switch self.style {
    case .silent: break
    case .plain:
      let now = progress.elapsedMilliseconds
      let isDue = self.shown.withLock { shown in
        guard shown.milliseconds.map({ now - $0 >= 1_000 }) ?? true else { return false }
        shown.milliseconds = now
        return true
      }
      if isDue { Output.complain(text.plain + "\n") }
    case .redrawn:
      self.shown.withLock { shown in
        Output.complain(Self.erasing(shown.lines) + text.lines.joined(separator: "\n"))
        shown.lines = text.lines.count
      }
    }
    return true
  }

  func end() {
    self.shown.withLock { shown in
      if shown.lines > 0 { Output.complain(Self.erasing(shown.lines)) }
      shown.lines = 0
    }
  }

  /// Back to the first of `lines` lines, with everything from there on erased.
  private static func erasing(_ lines: Int) -> String {
    "\r" + (lines > 1 ? "\u{1B}[\(lines - 1)A" : "") + "\u{1B}[J"
  }
}
