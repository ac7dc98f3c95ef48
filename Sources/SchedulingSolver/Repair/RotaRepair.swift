// SPDX-License-Identifier: Apache-2.0

public import Scheduling
import Vocabulary

/// The alternatives for a disrupted week, from the fewest changes to the cheapest rota.
public struct RotaRepair: Sendable, Hashable {
  /// What an alternative is best at; one can be best at several.
  public enum Virtue: String, Sendable, CaseIterable {
    /// The fewest visits change.
    case fewest
    /// The lowest cost by the problem's own weights, changes counted.
    case balanced
    /// The lowest cost with changes free.
    case cheapest
  }

  /// What every alternative answers: as it was given, settled where the week has begun.
  public let problem: RotaProblem
  public let standing: StandingRota
  /// One to three; each has more changes than the one before it and a lower
  /// ``RepairAlternative/runningCost``.
  public let alternatives: [RepairAlternative]

  /// The position of the alternative that is best at something; the first of equally good ones.
  public func position(of virtue: Virtue) -> Int {
    switch virtue {
    case .fewest: 0
    case .balanced:
      self.alternatives.indices.min { a, b in
        self.alternatives[a].verdict.cost.total < self.alternatives[b].verdict.cost.total
      } ?? 0
    case .cheapest: self.alternatives.count - 1
    }
  }

  /// What the alternative at a position is best at; may be empty.
  public func virtues(at position: Int) -> [Virtue] {
    Virtue.allCases.filter { self.position(of: $0) == position }
  }

  /// Of the published visits that could stay as they are, how many an alternative keeps with the same people,
  /// day and start.
  public func unchanged(in alternative: RepairAlternative) -> (kept: Int, of: Int) {
    let now = Set(alternative.answer.assignments)
    return (self.standing.assignments.count { now.contains($0) }, self.standing.assignments.count)
  }
}
