// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension WhyNot {
  /// What stands in the way, in one line: how many person-days were looked at, and the first rule in the way of
  /// each, the most frequent first. Empty when nobody was looked at.
  public var tallyText: String {
    let tally = self.tally.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
    let all = tally.reduce(0) { $0 + $1.count }
    guard all > 0 else { return "" }
    let parts = tally.map { "\($0.count) \($0.kind.words)" }.joined(separator: ", ")
    return "Of \(counted(all, "person-day")): \(parts)."
  }

  /// The obstacles of those who came nearest: people who may do the visit and are at work in its hours. When
  /// there is nobody like that, of everyone.
  ///
  /// - Parameter limit: sentences at most.
  public func nearest(_ limit: Int, in problem: RotaProblem) -> [String] {
    let near = self.candidates.filter { candidate in
      candidate.obstacle.map { $0.kind > .window && $0.kind != .seriesStaff } ?? false
    }
    let spoken = near.isEmpty ? self.candidates : near
    return Array(ObstacleSentences(spoken, in: problem).all.prefix(limit))
  }
}

extension Obstacle.Kind {
  /// What a person-day with this obstacle is counted as: `12 not at work`.
  public var words: String {
    switch self {
    case .noShift: "not at work"
    case .skill: "without the skill"
    case .forbidden: "not allowed to do it"
    case .pin: "not where it is pinned"
    case .window: "outside its hours"
    case .contactMinutes: "with the day's visit minutes full"
    case .weekMinutes: "with the week's hours full"
    case .seriesGap: "too near its other sessions"
    case .seriesStaff: "not of its group's people"
    case .after: "against the order of visits"
    case .rooms: "without a free room"
    case .gap: "without a long enough gap"
    case .rest: "that would lose a break"
    case .together: "never free together"
    }
  }
}
