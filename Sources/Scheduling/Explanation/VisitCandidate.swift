// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Certain people on a certain day for one visit, everything else of the rota staying as it is.
public struct VisitCandidate: Sendable, Hashable {
  public enum Verdict: Sendable, Hashable {
    /// The cheapest start, and what the rota would cost more with the visit there than without it, the
    /// weight of leaving it out not counted. Of equally cheap starts, the earliest. `travel` are the journey
    /// minutes that the visit adds there, of all its people; negative where it shortens the way.
    case fits(start: Int, cost: RotaCost, travel: Int)
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

  /// Start, cost and added journey minutes, where it fits.
  public var fit: (start: Int, cost: RotaCost, travel: Int)? {
    if case .fits(let start, let cost, let travel) = self.verdict { (start, cost, travel) } else { nil }
  }
}
