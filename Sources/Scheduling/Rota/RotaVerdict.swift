// SPDX-License-Identifier: Apache-2.0

/// What the referee found.
public struct RotaVerdict: Sendable, Hashable {
  public struct Facts: Sendable, Hashable {
    /// Visits placed, of all that are asked for.
    public let placed: Int
    public let of: Int
    public let travelMinutes: Int
    /// Staff-days with a visit.
    public let shiftsUsed: Int

    public init(placed: Int, of: Int, travelMinutes: Int, shiftsUsed: Int) {
      self.placed = placed
      self.of = of
      self.travelMinutes = travelMinutes
      self.shiftsUsed = shiftsUsed
    }
  }

  /// Empty when no hard rule is broken.
  public let breaches: [Breach]
  public let cost: RotaCost
  public let facts: Facts

  public var isFeasible: Bool { self.breaches.isEmpty }
}
