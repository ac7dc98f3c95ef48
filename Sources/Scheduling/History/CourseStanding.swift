// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// How far one group's course has come when a week begins: what was due, what was held, what is left and by
/// when.
///
/// Sessions are numbered from 1 in the order in which they are due, `sessionsAWeek` in every school week of the
/// setting from the first; weeks without a school day do not count, so a holiday moves every later date on.
/// Whatever is held settles the oldest session that is owed.
public struct CourseStanding: Sendable, Hashable {
  public let series: SeriesID
  public let setting: SettingID
  public let programme: Programme
  public let week: SchoolWeek
  public let started: SchoolWeek
  /// Sessions held before ``week``, at most the programme's.
  public let held: Int
  /// Which week of the course this is, from 1, counting school weeks.
  public let weekNumber: Int
  /// The last planned week; `nil` where the calendar does not reach so far.
  public let ends: SchoolWeek?
  /// The last week in which its sessions are asked for; `nil` = none, or the calendar does not reach so far.
  public let closes: SchoolWeek?

  private let rules: CarryOver.CatchUp
  /// How many sessions at most this week and later weeks hold, up to ``closes``.
  private let room: [SchoolWeek: Int]

  /// - Parameter weekdays: those on which the setting takes a visit of the programme's length, 1 is Monday.
  public init(
    _ series: SeriesID,
    at setting: SettingID,
    _ programme: Programme,
    started: SchoolWeek,
    held: Int,
    in week: SchoolWeek,
    calendar: SchoolCalendar,
    weekdays: Set<Int> = Set(1...7),
    rules: CarryOver.CatchUp
  ) {
    self.series = series
    self.setting = setting
    self.programme = programme
    self.week = week
    self.started = started
    self.held = min(max(0, held), programme.sessions)
    self.rules = rules
    self.weekNumber =
      calendar.schoolWeeks(from: started, through: week.adding(weeks: -1), at: setting).count + 1
    let horizon = calendar.terms.last.map { SchoolWeek(containing: $0.days.upperBound) } ?? week
    let weeks = calendar.schoolWeeks(from: started, through: horizon, at: setting)
    let last = max(1, programme.weeks)
    self.ends = weeks.count >= last ? weeks[last - 1] : nil
    self.closes = rules.weeksOver.flatMap { weeks.count >= last + $0 ? weeks[last + $0 - 1] : nil }
    let most = programme.sessionsAWeek + rules.sessionsAWeek
    let until = self.closes ?? self.ends ?? week
    var room: [SchoolWeek: Int] = [:]
    for later in weeks where later >= week && later <= until {
      let days = calendar.schoolDays(of: later, at: setting).filter { weekdays.contains($0.weekday) }
      room[later] = min(most, DemandDerivation.sessions(on: days, gapDays: programme.gapDays))
    }
    self.room = room
  }

  /// Sessions that are still to be held.
  public var left: Int { self.programme.sessions - self.held }

  /// Sessions that should have been held before this week and were not.
  public var owed: Int { max(0, self.due(before: self.weekNumber) - self.held) }

  /// Whether no session is asked for any more although some were never held.
  public var isClosed: Bool { self.left > 0 && (self.closes.map { self.week > $0 } ?? false) }

  /// How many sessions the week asks for, of those left: the programme's own, and some of those owed.
  public var wanted: Int {
    min(self.left, self.programme.sessionsAWeek + min(self.owed, self.rules.sessionsAWeek))
  }

  /// The school weeks that the `number`-th session of this week has been owed, from 1; 0 for one that is due now.
  public func weeksOwed(_ number: Int) -> Int {
    guard self.programme.sessionsAWeek > 0, number <= self.owed else { return 0 }
    let dueIn = (self.held + number + self.programme.sessionsAWeek - 1) / self.programme.sessionsAWeek
    return max(0, self.weekNumber - dueIn)
  }

  /// How many sessions of this week must be held lest the course miss its last planned week.
  public var neededForEnd: Int { self.needed(by: self.ends) }

  /// How many must be held lest one can no longer be held at all.
  public var neededAtAll: Int { self.needed(by: self.closes) }

  /// The same course a week on, after `more` of this week's sessions were held.
  func after(_ more: Int, in next: SchoolWeek, calendar: SchoolCalendar, weekdays: Set<Int>) -> CourseStanding {
    CourseStanding(
      self.series, at: self.setting, self.programme, started: self.started, held: self.held + more, in: next,
      calendar: calendar, weekdays: weekdays, rules: self.rules)
  }

  /// Percent of the programme's weight that the `number`-th session of this week is raised by for having waited
  /// and for what leaving it out would cost the course.
  func raise(_ number: Int) -> Int {
    var percent = min(self.weeksOwed(number) * self.rules.raiseAWeek, self.rules.mostRaised)
    if number <= self.neededForEnd { percent += self.rules.endAtRisk }
    if number <= self.neededAtAll { percent += self.rules.sessionLost }
    return percent
  }

  private func due(before week: Int) -> Int {
    min((week - 1) * self.programme.sessionsAWeek, self.programme.sessions)
  }

  private func needed(by last: SchoolWeek?) -> Int {
    guard let last else { return 0 }
    let later = self.room.reduce(0) { $1.key > self.week && $1.key <= last ? $0 + $1.value : $0 }
    return max(0, self.left - later)
  }
}
