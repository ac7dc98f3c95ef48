// SPDX-License-Identifier: Apache-2.0

/// The abilities among which an estimate is looked for.
///
/// Unlike `ClosedRange` it can hold its ends the wrong way round, so that a file's mistake can be reported.
public struct AbilityRange: Hashable, Sendable {
  public var lowest: Double
  public var highest: Double

  public init(_ lowest: Double, _ highest: Double) {
    self.lowest = lowest
    self.highest = highest
  }

  public func contains(_ theta: Double) -> Bool { self.lowest <= theta && theta <= self.highest }
}
