// SPDX-License-Identifier: Apache-2.0

/// Rules that an ``InsertionSearch`` is told to see otherwise than the problem states them.
struct InsertionEasing {
  /// Frames in place of those that shifts give; also for people who have no shift on the day.
  var frames: [InsertionSearch.PersonDayKey: DayCheck.Frame] = [:]
  /// People whose week's limit does not bind.
  var weekFree: Set<Int> = []
}
