// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension DemandInputs {
  public struct Setting: Sendable, Hashable {
    public let id: SettingID
    public let phase: Phase
    /// Its own session times; `nil` = those of its phase.
    public let times: WeekTimes?

    public init(id: SettingID, phase: Phase = .primary, times: WeekTimes? = nil) {
      self.id = id
      self.phase = phase
      self.times = times
    }
  }

  public struct Child: Sendable, Hashable {
    public let id: ChildID
    public let setting: SettingID
    /// Completed months on the Monday of the week.
    public let months: Int?
    /// The recorded year group, or that of the birth date.
    public let year: NCYear?
    /// The tier that a named person confirmed; `nil` while none is.
    public let tier: String?
    public let lastScreened: CivilDate?
    public let progress: Progress?

    public init(
      id: ChildID,
      setting: SettingID,
      months: Int?,
      year: NCYear?,
      tier: String?,
      lastScreened: CivilDate? = nil,
      progress: Progress? = nil
    ) {
      self.id = id
      self.setting = setting
      self.months = months
      self.year = year
      self.tier = tier
      self.lastScreened = lastScreened
      self.progress = progress
    }
  }

  /// How far a child's course of a programme has come.
  public struct Progress: Sendable, Hashable {
    public let series: SeriesID
    public let programme: ProgrammeID
    /// The week of the first session, held or planned.
    public let started: SchoolWeek
    /// Sessions of the group that took place; the child may have missed some of them.
    public let sessionsHeld: Int
    public let isAssessed: Bool
    /// The day of the latest session before this week that was held, or may have been; `nil` = none is known.
    public let lastSession: CivilDate?

    public init(
      series: SeriesID,
      programme: ProgrammeID,
      started: SchoolWeek,
      sessionsHeld: Int,
      isAssessed: Bool = false,
      lastSession: CivilDate? = nil
    ) {
      self.series = series
      self.programme = programme
      self.started = started
      self.sessionsHeld = sessionsHeld
      self.isAssessed = isAssessed
      self.lastSession = lastSession
    }
  }

  /// Children of one setting and year who are to be screened this term.
  public struct Cohort: Sendable, Hashable {
    public let id: CohortID
    public let setting: SettingID
    public let year: NCYear
    public let unscreened: [ChildID]
    /// The day by which all are to be screened; the work is spread over the weeks left. `nil` = this week.
    public let finishBy: CivilDate?

    public init(
      id: CohortID,
      setting: SettingID,
      year: NCYear,
      unscreened: [ChildID],
      finishBy: CivilDate? = nil
    ) {
      self.id = id
      self.setting = setting
      self.year = year
      self.unscreened = unscreened
      self.finishBy = finishBy
    }
  }

  /// A visit that the manager asks for: coaching, staff training, an environment audit.
  public struct StandingVisit: Sendable, Hashable {
    public let id: String
    public let setting: SettingID
    public let kind: String
    public let title: String
    public let minutes: Int
    public let slots: [Set<String>]
    public let weight: Int
    public let weeks: ClosedRange<SchoolWeek>
    /// 1 = every week from the first, 2 = every other week.
    public let everyWeeks: Int
    /// When it may take place; `nil` = in the setting's session times. Training may lie after school.
    public let times: WeekTimes?
    /// Whether an INSET day will do.
    public let allowsINSETDays: Bool
    public let preferStaff: [StaffID]

    public init(
      id: String,
      setting: SettingID,
      kind: String,
      title: String,
      minutes: Int,
      slots: [Set<String>],
      weight: Int,
      weeks: ClosedRange<SchoolWeek>,
      everyWeeks: Int = 1,
      times: WeekTimes? = nil,
      allowsINSETDays: Bool = false,
      preferStaff: [StaffID] = []
    ) {
      self.id = id
      self.setting = setting
      self.kind = kind
      self.title = title
      self.minutes = minutes
      self.slots = slots.isEmpty ? [[]] : slots
      self.weight = weight
      self.weeks = weeks
      self.everyWeeks = max(1, everyWeeks)
      self.times = times
      self.allowsINSETDays = allowsINSETDays
      self.preferStaff = preferStaff
    }

    func falls(in week: SchoolWeek) -> Bool {
      guard self.weeks.contains(week) else { return false }
      return week.monday.days(since: self.weeks.lowerBound.monday) / 7 % self.everyWeeks == 0
    }
  }

  /// Someone who makes visits: what they can do, and roughly for how long this week.
  public struct Person: Sendable, Hashable {
    public let id: StaffID
    public let skills: Set<String>
    /// Visit minutes of the week, absences and travel taken off.
    public let minutes: Int

    public init(id: StaffID, skills: Set<String>, minutes: Int) {
      self.id = id
      self.skills = skills
      self.minutes = minutes
    }
  }
}
