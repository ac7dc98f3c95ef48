// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a week's rota leaves owed when the week ends, by when it must be held, and what it is worth.
///
/// The price of a session is the weight it will be asked for with next: leaving it out again costs the next rota
/// that much. Every session of a course is held, owed, past its end or still to come, and only one of them.
public struct OwedAtWeekEnd: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public let series: SeriesID?
    public let setting: SettingID
    /// The programme's title, or the kind of a visit that belongs to no course.
    public let title: String
    /// How many sessions.
    public let sessions: Int
    /// The week in which the oldest of them was due.
    public let since: SchoolWeek
    /// The last day on which they can be held; `nil` = no such day is known.
    public let holdBy: CivilDate?
    /// Points of the rota's cost; see ``CarryOver/CatchUp``.
    public let price: Int
    /// Whether demand asks for them again by itself; what a manager asked for, and sessions past the end of their
    /// course, are not.
    public let isAskedAgain: Bool
    /// This week's visits that the rota left out, by id.
    public let leftOut: [VisitID]

    /// Sessions of a course that ended, or closed, without them.
    public var isPastEnd: Bool { self.series != nil && !self.isAskedAgain }
  }

  public let week: SchoolWeek
  /// The dearest first.
  public let lines: [Line]

  /// The sum of what is owed and can still be held.
  public var price: Int { self.lines.filter { !$0.isPastEnd }.reduce(0) { $0 + $1.price } }
  /// Sessions and visits that can still be held.
  public var sessions: Int { self.lines.filter { !$0.isPastEnd }.reduce(0) { $0 + $1.sessions } }
  /// Sessions that can no longer be held.
  public var pastEnd: Int { self.lines.filter(\.isPastEnd).reduce(0) { $0 + $1.sessions } }

  /// One course in this week.
  public struct Course: Sendable, Hashable {
    public let standing: CourseStanding
    /// Sessions of this week that were held, or that the rota places.
    public let held: Int
    public let leftOut: [VisitID]
    /// The days on which its setting takes sessions, 1 is Monday.
    public let weekdays: Set<Int>

    public init(_ standing: CourseStanding, held: Int, leftOut: [VisitID], weekdays: Set<Int>) {
      self.standing = standing
      self.held = held
      self.leftOut = leftOut
      self.weekdays = weekdays
    }
  }

  /// A visit outside the sessions of any course, left out of this week's rota.
  public struct Single: Sendable, Hashable {
    public let visit: VisitID
    public let setting: SettingID
    public let kind: String
    public let weight: Int
    public let holdBy: CivilDate?
    public let isAskedAgain: Bool

    public init(
      _ visit: VisitID, at setting: SettingID, kind: String, weight: Int, holdBy: CivilDate?, isAskedAgain: Bool
    ) {
      self.visit = visit
      self.setting = setting
      self.kind = kind
      self.weight = weight
      self.holdBy = holdBy
      self.isAskedAgain = isAskedAgain
    }
  }

  public init(
    of week: SchoolWeek, courses: [Course], singles: [Single], calendar: SchoolCalendar, priority: DemandPriority
  ) {
    self.week = week
    let ofCourses = courses.compactMap { Self.line(of: $0, calendar, priority) }
    let ofSingles = singles.map { single in
      Line(
        series: nil, setting: single.setting, title: single.kind, sessions: 1, since: week, holdBy: single.holdBy,
        price: single.weight, isAskedAgain: single.isAskedAgain, leftOut: [single.visit])
    }
    self.lines = (ofCourses + ofSingles).sorted {
      ($1.price, $0.setting, $0.series?.rawValue ?? "", $0.leftOut.first?.rawValue ?? "")
        < ($0.price, $1.setting, $1.series?.rawValue ?? "", $1.leftOut.first?.rawValue ?? "")
    }
  }

  private static func line(
    of course: Course, _ calendar: SchoolCalendar, _ priority: DemandPriority
  ) -> Line? {
    let (now, programme) = (course.standing, course.standing.programme)
    let next = now.after(
      course.held, in: now.week.adding(weeks: 1), calendar: calendar, weekdays: course.weekdays)
    let sessions = next.isClosed ? next.left : next.owed
    guard sessions > 0 else { return nil }
    let percent = priority.percent(
      missed: next.owed, isNew: false, isEnding: next.weekNumber >= max(2, programme.weeks - 1))
    let price = (1...sessions).reduce(0) {
      $0 + priority.raised(programme.weight, by: percent + next.raise($1))
    }
    let weeks = calendar.schoolWeeks(from: now.started, through: now.week, at: now.setting)
    let since =
      weeks.indices.contains(weeks.count - next.weeksOwed(1)) ? weeks[weeks.count - next.weeksOwed(1)] : now.week
    return Line(
      series: now.series, setting: now.setting, title: programme.title, sessions: sessions, since: since,
      holdBy: (next.closes ?? next.ends).flatMap { calendar.schoolDays(of: $0, at: now.setting).last },
      price: price, isAskedAgain: !next.isClosed, leftOut: course.leftOut.sorted())
  }
}
