// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

extension Records {
  /// Everything the demand of a week is derived from. Shows every child of the area, and leaves that trace.
  ///
  /// - Parameter ahead: the first week whose drafts are taken as held, with every visit of a rota before `week`
  ///   that nobody has said a word about; `nil` = only what was said to be held counts.
  func demandInputs(
    for week: SchoolWeek, _ practice: Practice, ahead: SchoolWeek? = nil
  ) throws -> DemandInputs {
    let behind = try self.weeksBehind(
      week, practice, counting: ahead.map { .drafts(from: $0) } ?? .published)
    let assumed = ahead == nil ? [:] : behind.unsaid
    let screened = try self.screened(by: assumed, before: week, practice)
    let calendar = try self.schoolCalendar()
    let children = try self.everyChild().filter { $0.setting != nil }
    let decided = Dictionary(grouping: try self.decidedScreenings(), by: \.screening.child)
    let courses = CourseBook(
      try self.courseSessions(before: week), pathway: practice.pathway, assumed: Set(assumed.keys),
      history: behind.history)
    let inputs = children.map { child in
      DemandInputs.Child(
        id: child.id, setting: child.setting ?? SettingID(""),
        months: Age(from: child.birthDate, to: week.monday, by: .calendar)?.completedMonths,
        year: child.yearGroup(on: week.monday),
        tier: child.optedOut == nil ? (decided[child.id] ?? []).latestTier : nil,
        lastScreened: ((decided[child.id] ?? []).filter(\.isScored).map(\.screening.testDate)
          + [screened[child.id]].compactMap(\.self)).max(),
        progress: courses[child.id])
    }
    return DemandInputs(
      week: week, calendar: calendar, pathway: practice.pathway, sessionTimes: practice.rules.sessionTimes,
      settings: try self.settings().map { setting in
        DemandInputs.Setting(
          id: setting.id, phase: setting.phase, times: WeekTimes(setting.sessions))
      },
      children: inputs,
      cohorts: try self.openCohorts(in: week, children.filter { screened[$0.id] == nil }, decided, calendar),
      staff: try self.team(in: week, practice.rules).map { $0.person(in: week, calendar: calendar) },
      priority: practice.rules.priority, carryOver: practice.rules.carryOver)
  }

  /// The latest day on which each child would be screened if these visits took place.
  private func screened(
    by visits: [VisitID: CivilDate], before week: SchoolWeek, _ practice: Practice
  ) throws -> [ChildID: CivilDate] {
    guard !visits.isEmpty else { return [:] }
    let first = week.adding(weeks: -practice.rules.carryOver.historyWeeks)
    var days: [ChildID: CivilDate] = [:]
    for seat in try self.seatsOutsideProgrammes(from: first, before: week) {
      guard let day = visits[seat.visit] else { continue }
      days[seat.child] = max(days[seat.child] ?? day, day)
    }
    return days
  }

  /// Cohorts of the week's term with children who have no result yet.
  private func openCohorts(
    in week: SchoolWeek, _ children: [ChildRecord], _ decided: [ChildID: [DecidedScreening]],
    _ calendar: SchoolCalendar
  ) throws -> [DemandInputs.Cohort] {
    guard let term = calendar.term(of: week.monday) else { return [] }
    return try self.cohorts(in: term.year, term: term.term).map { cohort in
      let members = try Set(self.members(of: cohort.id))
      let unscreened = children.filter { child in
        members.contains(child.id) && child.optedOut == nil
          && !(decided[child.id] ?? []).contains { $0.screening.cohort == cohort.id && $0.isScored }
      }
      return DemandInputs.Cohort(
        id: cohort.id, setting: cohort.setting, year: cohort.yearGroup, unscreened: unscreened.map(\.id),
        finishBy: term.days.upperBound)
    }
  }
}

extension DecidedScreening {
  /// Whether the screening came to a proposal. A child who was seen without one, because too little was answered,
  /// is still to be screened: there is nothing to confirm.
  var isScored: Bool { self.screening.proposedTier != nil }
}

extension [DecidedScreening] {
  /// What was confirmed on the latest screening that was decided on; an undecided later one does not end it.
  var latestTier: String? {
    self.filter { $0.confirmation != nil }
      .max { ($0.screening.testDate, $0.screening.id) < ($1.screening.testDate, $1.screening.id) }?
      .confirmation?.tier
  }
}
