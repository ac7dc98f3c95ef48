// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

extension Reading {
  /// What a rota leaves owed at the end of its week, with what is known of the weeks before. Names no child.
  ///
  /// A course is looked at in the weeks in which it asks for a session.
  ///
  /// - Parameter counted: the rotas of earlier weeks whose visits are taken as held where nobody has said a word.
  func owed(after rota: KeptRota, _ practice: Practice, counting counted: CountedRotas) throws -> OwedAtWeekEnd {
    let week = rota.record.week
    let calendar = try self.schoolCalendar()
    let asked = try self.visits(in: week)
    let taken = Set(try self.weeksBehind(week, practice, counting: counted).unsaid.keys)
    let said = Dictionary(
      try self.visitsDone().map { ($0.visit, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    let placed = Set(rota.answer.assignments.map(\.visit))
    let notHeld = asked.filter { (said[$0.id] ?? (placed.contains($0.id) ? .done : .missed)) != .done }
    let settings = Dictionary(
      try self.settings().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var courses: [OwedAtWeekEnd.Course] = []
    var inCourses: Set<VisitID> = []
    let bySeries = Dictionary(grouping: asked.filter { $0.series != nil }, by: { $0.series ?? SeriesID("") })
    for (series, ofWeek) in bySeries.sorted(by: { $0.key < $1.key }) {
      guard let first = ofWeek.first, let programme = practice.pathway.programme(ProgrammeID(first.programme)) else {
        continue
      }
      let before = try self.visits(of: series).filter { $0.week < week }
      let held = before.count { said[$0.id].map { $0 == .done } ?? taken.contains($0.id) }
      let weekdays = settings[first.setting].map { practice.rules.weekdays(of: $0, atLeast: programme.minutes) }
      let leftOut = notHeld.filter { $0.series == series }.map(\.id)
      inCourses.formUnion(ofWeek.map(\.id))
      courses.append(
        OwedAtWeekEnd.Course(
          CourseStanding(
            series, at: first.setting, programme, started: before.map(\.week).min() ?? week, held: held, in: week,
            calendar: calendar, weekdays: weekdays ?? [], rules: practice.rules.carryOver.catchUp),
          held: ofWeek.count - leftOut.count, leftOut: leftOut, weekdays: weekdays ?? []))
    }
    let term = calendar.term(of: week.monday)?.days.upperBound
    let singles = notHeld.filter { !inCourses.contains($0.id) }.map { visit in
      OwedAtWeekEnd.Single(
        visit.id, at: visit.setting, kind: visit.kind, weight: visit.weight,
        holdBy: visit.kind == "screen" ? term : nil, isAskedAgain: visit.source == .derived)
    }
    return OwedAtWeekEnd(
      of: week, courses: courses, singles: singles, calendar: calendar, priority: practice.rules.priority)
  }
}

extension WeekRules {
  /// The weekdays on which a setting's session times hold a visit of this length, 1 is Monday.
  fileprivate func weekdays(of setting: SettingRecord, atLeast minutes: Int) -> Set<Int> {
    let times =
      WeekTimes(setting.sessions) ?? self.sessionTimes.byPhase[setting.phase] ?? self.sessionTimes.otherwise
    return Set(times.spans.filter { $0.end.minute - $0.start.minute >= minutes }.map(\.weekday))
  }
}
