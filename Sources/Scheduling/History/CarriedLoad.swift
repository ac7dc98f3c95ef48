// SPDX-License-Identifier: Apache-2.0

/// What one person carried over some weeks, and the hours it is measured against.
public struct CarriedLoad: Sendable, Hashable {
  /// Minutes on shift, absences taken off, with or without a visit.
  public var shiftMinutes = 0
  public var driveMinutes = 0
  /// Days that ended late; see ``CarryOver/Fairness``.
  public var lateFinishes = 0
  /// Visits at hard settings.
  public var hardVisits = 0

  public init(shiftMinutes: Int = 0, driveMinutes: Int = 0, lateFinishes: Int = 0, hardVisits: Int = 0) {
    self.shiftMinutes = shiftMinutes
    self.driveMinutes = driveMinutes
    self.lateFinishes = lateFinishes
    self.hardVisits = hardVisits
  }

  /// A burden for every 100 hours of shift, in hundredths, rounded down: part-time and full-time people compare.
  /// `nil` without a shift.
  public func per100Hours(_ burden: KeyPath<CarriedLoad, Int>) -> Int? {
    self.shiftMinutes > 0 ? self[keyPath: burden] * 600_000 / self.shiftMinutes : nil
  }

  public static func + (a: Self, b: Self) -> Self {
    CarriedLoad(
      shiftMinutes: a.shiftMinutes + b.shiftMinutes, driveMinutes: a.driveMinutes + b.driveMinutes,
      lateFinishes: a.lateFinishes + b.lateFinishes, hardVisits: a.hardVisits + b.hardVisits)
  }
}
