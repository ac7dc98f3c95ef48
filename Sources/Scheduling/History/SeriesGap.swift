// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The gap of a series over the end of a week: within one week the rota's own rule holds.
public enum SeriesGap {
  /// The first day on which the series may be seen again.
  ///
  /// - Parameters:
  ///   - last: the day of its latest session.
  ///   - gapDays: as ``DemandVisit/gapDays``; 0 allows the same day.
  public static func opens(
    after last: CivilDate,
    gapDays: Int,
    counting days: CarryOver.GapDays,
    in calendar: SchoolCalendar,
    at setting: SettingID
  ) -> CivilDate {
    guard gapDays > 0 else { return last }
    var (day, left) = (last, gapDays)
    // A calendar that ends leaves no school day to count: a year on, the gap is over in any case.
    for _ in 0..<366 where left > 0 {
      day = day.adding(days: 1)
      let counts =
        switch days {
        case .calendarDays: true
        case .weekdays: !day.isWeekend
        case .schoolDays: calendar.isSchoolDay(day, at: setting)
        }
      if counts { left -= 1 }
    }
    return day
  }
}
