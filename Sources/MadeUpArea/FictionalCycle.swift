// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One school year of screening.
public enum FictionalCycle: Int, Sendable, Hashable, CaseIterable {
  /// The calendar year of its September.
  case earlier = 2025
  case current = 2026

  /// `2025`, as it stands in child references and file names.
  public var label: String { String(self.rawValue) }

  /// The school days on which the cycle's children are screened first, and again.
  var baseline: CivilDate { day(self.rawValue, 10, 5) }
  var followUp: CivilDate { day(self.rawValue + 1, 6, 8) }
}

/// A date known to be on the calendar; 1 January 1970 for one that is not.
func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
  CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
}

/// `date`, or the Monday after it when it falls on a weekend.
func weekday(_ date: CivilDate) -> CivilDate {
  date.isWeekend ? date.adding(days: 8 - date.weekday) : date
}
