// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension DemandDerivation {
  /// The visits of one group: an assessment of every child that still needs one, then the week's sessions.
  mutating func deriveSessions(of group: DemandGroup, _ programme: Programme, unassessed: Set<ChildID>) {
    guard let place = self.settings[group.setting] else { return }
    guard group.started <= self.inputs.week else {
      self.note("\(programme.title) begins in \(group.started)", at: group.setting, group.series)
      return
    }
    let weight = self.weight(of: group, programme)
    let reason = self.reason(of: group, programme)
    var before: [RotaProblem.Precedence] = []
    if let first = programme.assessFirst {
      for (index, child) in group.children.enumerated() where unassessed.contains(child) {
        let id = self.id("\(group.series).\(first.kind)", index + 1)
        before.append(RotaProblem.Precedence(visit: id, gapMinutes: first.gapMinutes))
        self.visits.append(
          DemandVisit(
            id: id,
            setting: group.setting,
            programme: programme.id,
            kind: first.kind,
            minutes: first.minutes,
            slots: first.slots,
            windows: place.windows(atLeast: first.minutes),
            weight: weight,
            children: [child],
            reason: "\(programme.title), \(group.tier), assessment before the first session"
          )
        )
      }
    }
    let windows = place.windows(atLeast: programme.minutes)
    let wanted = min(programme.sessionsAWeek, programme.sessions - group.sessionsHeld)
    let fitting = min(wanted, Self.sessions(on: windows.map(\.date), gapDays: programme.gapDays))
    if fitting < wanted {
      self.note(
        "\(programme.title): \(fitting) of \(wanted) sessions fit into the days on which the setting is open",
        at: group.setting,
        group.series
      )
    }
    for number in 0..<fitting {
      self.visits.append(
        DemandVisit(
          id: self.id(group.series.rawValue, number + 1),
          setting: group.setting,
          programme: programme.id,
          kind: programme.kind,
          minutes: programme.minutes,
          slots: programme.slots,
          windows: windows,
          weight: weight,
          series: group.series,
          gapDays: programme.gapDays,
          sameStaff: programme.sameStaff,
          after: before,
          children: group.children,
          reason: reason
        )
      )
    }
  }

  /// The most sessions that these days hold when any two are on days `gapDays` apart; without a gap a day
  /// holds any number.
  static func sessions(on dates: [CivilDate], gapDays: Int) -> Int {
    guard gapDays > 0 else { return dates.isEmpty ? 0 : .max }
    var (count, last) = (0, Int?.none)
    for date in dates.sorted() where last.map({ date.dayNumber - $0 >= gapDays }) ?? true {
      count += 1
      last = date.dayNumber
    }
    return count
  }

  private func weight(of group: DemandGroup, _ programme: Programme) -> Int {
    let priority = self.inputs.priority
    var percent = min(group.missed, priority.mostMissed) * priority.missedSession
    if !group.isNew { percent += priority.running }
    if group.weekNumber >= max(2, programme.weeks - 1) { percent += priority.lastWeeks }
    return priority.raised(programme.weight, by: percent)
  }

  /// `Talk Boost, targeted, week 3 of 9, missed 1`.
  private func reason(of group: DemandGroup, _ programme: Programme) -> String {
    var words = [programme.title, group.tier]
    if group.weekNumber <= programme.weeks {
      words.append("week \(group.weekNumber) of \(programme.weeks)")
    } else {
      words.append("\(programme.sessions - group.sessionsHeld) sessions left after \(programme.weeks) weeks")
    }
    if group.isNew { words.append("new") }
    if group.missed > 0 { words.append("missed \(group.missed)") }
    return words.joined(separator: ", ")
  }
}
