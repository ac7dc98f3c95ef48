// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension DemandDerivation {
  /// The visits of one group: an assessment of every child that still needs one, then the week's sessions.
  mutating func deriveSessions(of group: DemandGroup, _ standing: CourseStanding, unassessed: Set<ChildID>) {
    let programme = standing.programme
    guard let place = self.settings[group.setting] else { return }
    guard group.started <= self.inputs.week else {
      self.note("\(programme.title) begins in \(group.started)", at: group.setting, group.series)
      return
    }
    let percent = self.inputs.priority.percent(for: group, of: programme)
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
            weight: self.inputs.priority.raised(programme.weight, by: percent + standing.raise(1)),
            children: [child],
            reason: "\(programme.title), \(group.tier), assessment before the first session"
          )
        )
      }
    }
    let open = place.windows(atLeast: programme.minutes)
    let windows = self.windows(open, after: group.lastSession, gapDays: programme.gapDays, at: group.setting)
    let wanted = standing.wanted
    let fitting = min(wanted, Self.sessions(on: windows.map(\.date), gapDays: programme.gapDays))
    if fitting < wanted {
      let because = windows.count < open.count ? ", as far from the last session as they must be" : ""
      self.note(
        "\(programme.title): \(fitting) of \(wanted) sessions fit into the days on which the setting is open\(because)",
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
          weight: self.inputs.priority.raised(programme.weight, by: percent + standing.raise(number + 1)),
          series: group.series,
          gapDays: programme.gapDays,
          sameStaff: programme.sameStaff,
          after: before,
          children: group.children,
          reason: self.reason(of: group, standing, number + 1)
        )
      )
    }
  }

  /// The windows on days that are as far from the last session as the series asks for.
  private func windows(
    _ windows: [DatedWindow],
    after last: CivilDate?,
    gapDays: Int,
    at setting: SettingID
  ) -> [DatedWindow] {
    guard let last, last < self.inputs.week.monday else { return windows }
    let opens = SeriesGap.opens(
      after: last,
      gapDays: gapDays,
      counting: self.inputs.carryOver.gapCounts,
      in: self.inputs.calendar,
      at: setting
    )
    return windows.filter { $0.date >= opens }
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

  /// `Talk Boost, targeted, week 3 of 9, missed 1, owed for 2 weeks`.
  private func reason(of group: DemandGroup, _ standing: CourseStanding, _ number: Int) -> String {
    let programme = standing.programme
    var words = [programme.title, group.tier]
    if group.weekNumber <= programme.weeks {
      words.append("week \(group.weekNumber) of \(programme.weeks)")
    } else {
      words.append("\(programme.sessions - group.sessionsHeld) sessions left after \(programme.weeks) weeks")
    }
    if group.isNew { words.append("new") }
    if group.missed > 0 { words.append("missed \(group.missed)") }
    if self.inputs.carryOver.catchUp != CarryOver.CatchUp() {
      let weeks = standing.weeksOwed(number)
      if weeks > 0 { words.append("owed for \(counted(weeks, "week"))") }
    }
    return words.joined(separator: ", ")
  }
}
