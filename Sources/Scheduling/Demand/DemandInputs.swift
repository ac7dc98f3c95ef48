// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Everything that one week's demand is derived from. Ids are unique within each list; their order does not
/// matter.
public struct DemandInputs: Sendable, Hashable {
  public var week: SchoolWeek
  public var calendar: SchoolCalendar
  public var pathway: Pathway
  public var sessionTimes: SessionTimes
  public var settings: [Setting]
  public var children: [Child]
  public var cohorts: [Cohort]
  public var standing: [StandingVisit]
  public var staff: [Person]
  public var priority: DemandPriority
  public var carryOver: CarryOver

  public init(
    week: SchoolWeek,
    calendar: SchoolCalendar,
    pathway: Pathway,
    sessionTimes: SessionTimes,
    settings: [Setting],
    children: [Child],
    cohorts: [Cohort] = [],
    standing: [StandingVisit] = [],
    staff: [Person],
    priority: DemandPriority = DemandPriority(),
    carryOver: CarryOver = CarryOver()
  ) {
    self.week = week
    self.calendar = calendar
    self.pathway = pathway
    self.sessionTimes = sessionTimes
    self.settings = settings
    self.children = children
    self.cohorts = cohorts
    self.standing = standing
    self.staff = staff
    self.priority = priority
    self.carryOver = carryOver
  }

  /// When settings take visits, where a setting has no times of its own.
  public struct SessionTimes: Sendable, Hashable {
    public var byPhase: [Phase: WeekTimes]
    public var otherwise: WeekTimes

    public init(otherwise: WeekTimes, byPhase: [Phase: WeekTimes] = [:]) {
      self.byPhase = byPhase
      self.otherwise = otherwise
    }
  }
}
