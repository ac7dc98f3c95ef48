// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One place where a rota breaks a hard rule. Fields that do not apply are `nil`.
public struct Breach: Sendable, Hashable {
  public let code: RotaRuleCode
  public var visit: VisitID?
  public var staff: StaffID?
  public var day: Int?
  public var place: PlaceID?
  public var series: SeriesID?
  /// The visit that should have come first.
  public var other: VisitID?
  /// The minutes that went over a limit.
  public var minutes: Int?
  /// Which gap of the day is too short: 0 lies before the first visit.
  public var gap: Int?
  /// The values that broke the rule, in words.
  public let message: String

  public init(
    _ code: RotaRuleCode,
    visit: VisitID? = nil,
    staff: StaffID? = nil,
    day: Int? = nil,
    place: PlaceID? = nil,
    series: SeriesID? = nil,
    other: VisitID? = nil,
    minutes: Int? = nil,
    gap: Int? = nil,
    _ message: String
  ) {
    self.code = code
    self.visit = visit
    self.staff = staff
    self.day = day
    self.place = place
    self.series = series
    self.other = other
    self.minutes = minutes
    self.gap = gap
    self.message = message
  }
}
