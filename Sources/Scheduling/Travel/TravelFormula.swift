// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Driving time from straight-line distance, where no road data are at hand. Every number is data.
///
/// Road distance is the straight line times a circuity that falls with the logarithm of distance, as fitted
/// to D. Levinson and A. El-Geneidy, "The minimum circuity frontier and the journey to work" (2009); speed
/// rises in steps with road distance, around the mean of local A roads in England. A longer journey never
/// takes less time than a shorter one: where a step to a higher speed would make it so, the time at the step
/// stands.
public struct TravelFormula: Sendable, Hashable {
  /// Circuity at a straight line of 1 km.
  public var circuity = 1.72
  /// By how much circuity falls for every factor of e in distance.
  public var circuityFall = 0.14
  public var circuityRange = 1.15...1.75
  /// In order of distance; the last speed holds beyond all steps.
  public var steps = [
    SpeedStep(underRoadKilometres: 3, kilometresAnHour: 32),
    SpeedStep(underRoadKilometres: 8, kilometresAnHour: 38),
    SpeedStep(underRoadKilometres: 20, kilometresAnHour: 48),
  ]
  public var kilometresAnHourBeyond = 60.0
  /// Parking and signing in, added to every journey that ends at a visit.
  public var stopMinutes = 5

  public init() {}

  public struct SpeedStep: Sendable, Hashable {
    public let underRoadKilometres: Double
    public let kilometresAnHour: Double

    public init(underRoadKilometres: Double, kilometresAnHour: Double) {
      self.underRoadKilometres = underRoadKilometres
      self.kilometresAnHour = kilometresAnHour
    }
  }

  public func roadKilometres(straightMetres metres: Int) -> Double {
    guard metres > 0 else { return 0 }
    let kilometres = Double(metres) / 1000
    let factor = self.circuity - self.circuityFall * log(kilometres)
    return kilometres * min(max(factor, self.circuityRange.lowerBound), self.circuityRange.upperBound)
  }

  /// Driving alone, in hundredths of a minute: no parking, no rounding to a grid.
  ///
  /// 2, 5, 10 and 20 km of straight line make about 6, 12, 18 and 26 minutes.
  public func drivingHundredths(straightMetres metres: Int) -> Int {
    let road = self.roadKilometres(straightMetres: metres)
    var longest = 0.0
    for step in self.steps {
      guard road >= step.underRoadKilometres else {
        return Self.hundredths(max(longest, road / step.kilometresAnHour))
      }
      longest = max(longest, step.underRoadKilometres / step.kilometresAnHour)
    }
    return Self.hundredths(max(longest, road / self.kilometresAnHourBeyond))
  }

  /// Whole minutes for planning: driving, and the stop when the journey ends at a visit, rounded up to a
  /// multiple of `step` (1 or more).
  public func minutes(drivingHundredths: Int, endsAtVisit: Bool, step: Int) -> Int {
    let whole = drivingHundredths + (endsAtVisit ? max(0, self.stopMinutes) * 100 : 0)
    let unit = max(1, step) * 100
    return (whole + unit - 1) / unit * max(1, step)
  }

  /// A week at most, so that a speed of 0 is a journey that no shift holds.
  private static func hundredths(_ hours: Double) -> Int {
    guard hours >= 0, hours < 168 else { return 168 * 6000 }
    return Int((hours * 6000).rounded())
  }
}
