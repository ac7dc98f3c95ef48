// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct SeriesGapTests {
  /// 2026-12-04 is a Friday; the term ends on Friday 2026-12-18 and the next begins on Monday 2027-01-04.
  @Test(
    arguments: [
      ("2026-12-04", 0, .weekdays, "2026-12-04"), ("2026-12-04", 1, .weekdays, "2026-12-07"),
      ("2026-12-04", 2, .weekdays, "2026-12-08"), ("2026-12-03", 2, .weekdays, "2026-12-07"),
      ("2026-12-04", 2, .calendarDays, "2026-12-06"), ("2026-12-04", 4, .calendarDays, "2026-12-08"),
      ("2026-12-04", 2, .schoolDays, "2026-12-08"), ("2026-12-18", 2, .weekdays, "2026-12-22"),
      ("2026-12-18", 1, .schoolDays, "2027-01-04"), ("2026-12-18", 2, .schoolDays, "2027-01-05"),
    ] as [(String, Int, CarryOver.GapDays, String)])
  func theGapRunsOverWeekendsAndHolidays(
    _ last: String, _ gap: Int, _ days: CarryOver.GapDays, _ opens: String
  ) throws {
    let found = SeriesGap.opens(
      after: try DemandSamples.date(last), gapDays: gap, counting: days, in: try DemandSamples.calendar(),
      at: DemandSamples.oak)
    #expect(found == (try DemandSamples.date(opens)))
  }

  @Test func aCalendarThatEndsDoesNotHoldASeriesForEver() throws {
    let found = SeriesGap.opens(
      after: try DemandSamples.date("2027-03-25"), gapDays: 3, counting: .schoolDays,
      in: try DemandSamples.calendar(), at: DemandSamples.oak)
    #expect(found.days(since: try DemandSamples.date("2027-03-25")) == 366)
  }
}
