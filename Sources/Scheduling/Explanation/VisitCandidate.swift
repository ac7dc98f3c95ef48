// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Certain people on a certain day for one visit, everything else of the rota staying as it is.
public struct VisitCandidate: Sendable, Hashable {
  public enum Verdict: Sendable, Hashable {
    /// The cheapest start, and what the rota would cost more with the visit there than without it, the
    /// weight of leaving it out not counted. Of equally cheap starts, the earliest.
    case fits(start: Int, cost: RotaCost)
    case blocked(Obstacle)
  }

  /// All people of the visit in the order of its slots; for a joint visit it is one person alone when that
  /// person is already ruled out on their own.
  public let staff: [StaffID]
  /// The slot for which a single person of a joint visit was tried; `nil` otherwise.
  public let slot: Int?
  public let day: Int
  public let verdict: Verdict

  public var obstacle: Obstacle? {
    if case .blocked(let obstacle) = self.verdict { obstacle } else { nil }
  }

  /// Start and cost, where it fits.
  public var fit: (start: Int, cost: RotaCost)? {
    if case .fits(let start, let cost) = self.verdict { (start, cost) } else { nil }
  }
}
