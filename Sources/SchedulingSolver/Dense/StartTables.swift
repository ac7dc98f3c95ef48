// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// When each visit may start on each day, by its own windows, pin and the grid.
struct StartTables {
  /// By visit and day, visit by visit: ranges of starts that lie on the grid, ascending and disjoint.
  var possible: [[ClosedRange<Int>]]
  /// Starts, on the grid or off it, that lie in a preferred window; only where the wish weighs something.
  var liked: [[ClosedRange<Int>]]
  var hasLiked: [Bool]

  init(_ problem: RotaProblem) {
    let (days, step) = (problem.horizon.days, problem.horizon.step)
    self.possible = [[ClosedRange<Int>]](repeating: [], count: problem.visits.count * days)
    self.liked = self.possible
    self.hasLiked = problem.visits.map { problem.weights.preferWindow > 0 && !$0.preferWindows.isEmpty }
    for (position, visit) in problem.visits.enumerated() {
      for window in visit.windows where visit.pin?.day == nil || visit.pin?.day == window.day {
        var low = (window.start + step - 1) / step * step
        var high = (window.end - visit.minutes)
        guard high >= 0 else { continue }
        high = high / step * step
        if let pinned = visit.pin?.start {
          guard pinned >= low, pinned <= high, pinned % step == 0 else { continue }
          (low, high) = (pinned, pinned)
        }
        if low <= high { self.possible[position * days + window.day].append(low...high) }
      }
      if self.hasLiked[position] {
        for window in visit.preferWindows where window.start <= window.end - visit.minutes {
          self.liked[position * days + window.day].append(window.start...(window.end - visit.minutes))
        }
      }
    }
    self.possible = self.possible.map { Self.merged($0, step: step) }
  }

  private static func merged(_ ranges: [ClosedRange<Int>], step: Int) -> [ClosedRange<Int>] {
    guard ranges.count > 1 else { return ranges }
    var merged: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + step {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
