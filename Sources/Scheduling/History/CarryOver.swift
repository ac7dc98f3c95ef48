// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What one week hands to the next, as rules of the area: how sessions that were not held are asked for again,
/// how the gap of a series counts over a weekend or a holiday, and which burdens are shared out over weeks.
///
/// As made, nothing is carried over: no session is asked for beyond the week's own, no price rises, a gap
/// counts calendar days and no burden is shared.
public struct CarryOver: Sendable, Hashable {
  /// How many earlier weeks are looked back on, holidays counted.
  public var historyWeeks = 12
  public var gapCounts = GapDays.calendarDays
  public var catchUp = CatchUp()
  public var fairness = Fairness()

  public init() {}

  /// Which days lie between two sessions of a series in different weeks.
  public enum GapDays: String, Sendable, Hashable, CaseIterable {
    case calendarDays = "calendar-days"
    /// Monday to Friday, holidays included: after a Friday, Monday is 1 day on.
    case weekdays
    /// Days on which the setting teaches: after the last Friday of term, the first day of the next is 1 day on.
    case schoolDays = "school-days"
  }

  /// Sessions that were not held when they were due.
  public struct CatchUp: Sendable, Hashable {
    /// How many owed sessions a week are asked for beyond the programme's own, at most.
    public var sessionsAWeek = 0
    /// School weeks after a course's planned end in which its sessions are still asked for; `nil` = without end.
    public var weeksOver: Int?
    /// Percent of the programme's weight for every school week that a session has been owed, up to `mostRaised`.
    public var raiseAWeek = 0
    public var mostRaised = 0
    /// Percent for a session without which the course cannot end in its last planned week.
    public var endAtRisk = 0
    /// Percent more for a session without which one can no longer be held at all.
    public var sessionLost = 0

    public init() {}
  }

  /// Burdens that are shared out, what makes each one, and what it weighs.
  public struct Fairness: Sendable, Hashable {
    /// A day ends late when its last visit ends after this minute, or the person is home after `homeAfter`.
    public var lastVisitAfter = 1440
    public var homeAfter = 1440
    /// A setting at least this many minutes from where the person's day begins is a hard one; 0 = none is.
    public var farMinutes = 0
    /// Settings that are hard for everyone.
    public var hardSettings: Set<SettingID> = []
    /// Points for a minute of driving, a late finish and a visit at a hard setting, each per 100 hours of shift.
    public var drivePoints = 0
    public var latePoints = 0
    public var hardPoints = 0
    /// Points above the average of those who could make a visit that do not count yet.
    public var tolerance = 0

    public init() {}

    func isLate(lastEnd: Int, home: Int) -> Bool { lastEnd > self.lastVisitAfter || home > self.homeAfter }

    func isHard(_ place: PlaceID, minutesAway: Int) -> Bool {
      self.isFar(minutesAway) || self.hardSettings.contains(SettingID(place.rawValue))
    }

    func isFar(_ minutesAway: Int) -> Bool { self.farMinutes > 0 && minutesAway >= self.farMinutes }
  }
}
