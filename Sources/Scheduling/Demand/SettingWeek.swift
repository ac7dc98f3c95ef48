// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// When one setting takes visits in one week.
struct SettingWeek {
  let setting: DemandInputs.Setting
  /// Its own session times, or those of its phase.
  let times: WeekTimes
  /// Session times on school days, in order of time.
  let windows: [DatedWindow]
  /// Why there are none; `nil` when there are.
  let closedBecause: String?

  private let week: SchoolWeek
  private let calendar: SchoolCalendar

  init(_ setting: DemandInputs.Setting, in inputs: DemandInputs) {
    let times =
      setting.times ?? inputs.sessionTimes.byPhase[setting.phase] ?? inputs.sessionTimes.otherwise
    self.setting = setting
    self.times = times
    self.week = inputs.week
    self.calendar = inputs.calendar
    self.windows = Self.windows(times, setting.id, inputs.week, inputs.calendar, allowsINSETDays: false)
    self.closedBecause =
      self.windows.isEmpty ? Self.reason(setting.id, inputs.week, inputs.calendar) : nil
  }

  func windows(atLeast minutes: Int) -> [DatedWindow] { self.windows.filter { $0.minutes >= minutes } }

  /// The days of any week on which a visit of this length fits into the session times, 1 is Monday.
  func weekdays(atLeast minutes: Int) -> Set<Int> {
    Set(self.times.spans.filter { $0.end.minute - $0.start.minute >= minutes }.map(\.weekday))
  }

  /// The windows of other times than the session times.
  func windows(at times: WeekTimes, allowsINSETDays: Bool) -> [DatedWindow] {
    Self.windows(times, self.setting.id, self.week, self.calendar, allowsINSETDays: allowsINSETDays)
  }

  var longestWindow: Int { self.windows.map(\.minutes).max() ?? 0 }

  private static func windows(
    _ times: WeekTimes,
    _ setting: SettingID,
    _ week: SchoolWeek,
    _ calendar: SchoolCalendar,
    allowsINSETDays: Bool
  ) -> [DatedWindow] {
    (0..<7).map(week.day).flatMap { date -> [DatedWindow] in
      let closed = calendar.noSchool(on: date, at: setting)
      guard closed == nil || (allowsINSETDays && closed == .inset) else { return [] }
      return times.spans(on: date.weekday).compactMap {
        DatedWindow(date: date, start: $0.start, end: $0.end)
      }
    }
  }

  /// The reasons of Monday to Friday, each once, in the order of the days.
  private static func reason(_ setting: SettingID, _ week: SchoolWeek, _ calendar: SchoolCalendar) -> String {
    var reasons: [String] = []
    for day in 0..<5 {
      guard let closed = calendar.noSchool(on: week.day(day), at: setting)?.description else {
        return "its session times fall on no school day of \(week)"
      }
      if !reasons.contains(closed) { reasons.append(closed) }
    }
    return "no school in \(week): \(reasons.joined(separator: ", "))"
  }
}
