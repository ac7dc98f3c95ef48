// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Scheduling
import Testing
import Vocabulary

@Suite struct ScheduleRefusalTests {
  /// Breaks one shipped file in a copy of the folder and returns the fault of reading it.
  private func fault(
    _ file: String,
    _ old: String,
    _ new: String,
    read: (ScheduleFolder) throws -> Void
  ) throws -> String {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Content.schedules, toPath: "\(folder.path)/Schedules")
    let text = try Content.text("Schedules/\(file)")
    try #require(text.contains(old))
    let broken = text.replacingOccurrences(of: old, with: new)
    try folder.write(broken, to: "Schedules/\(file)")
    do {
      try read(ScheduleFolder("\(folder.path)/Schedules"))
      return "nothing was refused"
    } catch let fault as Fault {
      let place = (fault.place ?? "").replacingOccurrences(of: "\(folder.path)/Schedules/", with: "")
      return "\(fault.code.name) at \(place): \(fault.message) | \(fault.hint ?? "")"
    }
  }

  @Test(arguments: [
    (
      "term: spring, from: 2027-01-04", "term: autumn, from: 2027-01-04",
      "calendar.invalid at calendars/made-up-area.yaml:13:5: the autumn term 2026/27 stands twice"
    ),
    (
      "half-term: [2026-10-26, 2026-10-30]", "half-term: [2025-10-26, 2025-10-30]",
      "calendar.invalid at calendars/made-up-area.yaml:12:69: the half-term 2025-10-26 to 2025-10-30 does not lie inside"
    ),
    (
      "from: 2027-01-04, to", "from: 2026-12-04, to",
      "calendar.invalid at calendars/made-up-area.yaml:13:5: the spring term 2026/27 overlaps"
    ),
    (
      "2026-10-26, 2026-10-30", "2026-10-30, 2026-10-26",
      "definition.wrong-value at calendars/made-up-area.yaml:12:80: the first day, 2026-10-30, is after the last, 2026-10-26 | write the earlier one first"
    ),
    (
      "from: 2027-04-12, to: 2027-07-21", "from: 2027-07-21, to: 2027-04-12",
      "definition.wrong-value at calendars/made-up-area.yaml:14:5: the first day, 2027-07-21, is after the last, 2027-04-12 | 'from' is no later than 'to'"
    ),
    (
      "year: 2025/26, term: autumn", "year: 2025/27, term: autumn",
      "definition.wrong-value at calendars/made-up-area.yaml:9:12: an academic year is wanted here, not '2025/27'"
    ),
    (
      "date: 2026-12-04", "day: 2026-12-04",
      "definition.unknown-key at calendars/made-up-area.yaml:19:6: an INSET day has no key 'day'; 1 more in this file | the keys are date, settings"
    ),
    (
      "bank-holidays: england-bank-holidays", "bank-holidays: wales",
      "definition.file-missing at calendars/made-up-area.yaml:7:1: there are no bank holidays 'wales' beside the calendar"
    ),
  ])
  func aBrokenCalendarIsRefusedByLine(_ old: String, _ new: String, _ says: String) throws {
    let found = try self.fault("calendars/made-up-area.yaml", old, new) {
      _ = try $0.calendar("made-up-area")
    }
    #expect(found.hasPrefix(says), "\(found)")
  }

  @Test func aCalendarBeyondTheKnownBankHolidaysIsRefused() throws {
    let found = try self.fault("calendars/england-bank-holidays.yaml", "to: 2027-12-31", "to: 2027-06-30") {
      _ = try $0.calendar("made-up-area")
    }
    #expect(found.hasPrefix("definition.wrong-value at calendars/england-bank-holidays.yaml:"), "\(found)")
    #expect(found.contains("2027-08-30 is outside 2024-01-01 to 2027-06-30; 2 more in this file"), "\(found)")
  }

  @Test(arguments: [
    (
      "tier: targeted, ages: {months: [36, 47]}", "tier: targeted, ages: {months: [36, 46]}",
      "pathway.gap at pathways/made-up-area.yaml:"
    ),
    (
      "tier: targeted, ages: {months: [36, 47]}", "tier: targeted, ages: {months: [36, 48]}",
      "pathway.overlap at pathways/made-up-area.yaml:"
    ),
    (
      "programme: talk-group}", "programme: talk-groups}",
      "pathway.unknown-programme at pathways/made-up-area.yaml:68:48: "
    ),
    (
      "group-size: [4, 8]", "group-size: [8, 4]",
      "definition.wrong-value at pathways/made-up-area.yaml:14:17: the first, 8, is above the last, 4 | swap the two"
    ),
    (
      "no-visits: universal offer of the setting", "no-visit: universal offer of the setting",
      "definition.unknown-key at pathways/made-up-area.yaml:66:49: a rule has no key 'no-visit'; 1 more in this file | 'no-visits' was meant"
    ),
    (
      "therapist-decides: true", "therapist-decides: false",
      "definition.wrong-value at pathways/made-up-area.yaml:72:65: true is wanted here, not 'false'"
    ),
    (
      "same-staff: require", "same-staff: required",
      "definition.wrong-value at pathways/made-up-area.yaml:61:17: one of require, prefer, any is wanted here"
    ),
    (
      "gap-days: 1\n    same-staff: require", "gap-days: 8\n    same-staff: require",
      "definition.wrong-value at pathways/made-up-area.yaml:60:15: a whole number from 0 to 7 is wanted here, not '8'"
    ),
    (
      "covers: {months: [36, 71]}", "covers: {years: [N1, Q]}",
      "definition.wrong-value at pathways/made-up-area.yaml:8:22: a year group is wanted here, not 'Q'"
    ),
  ])
  func aBrokenPathwayIsRefusedByLine(_ old: String, _ new: String, _ says: String) throws {
    let found = try self.fault("pathways/made-up-area.yaml", old, new) { _ = try $0.pathway("made-up-area") }
    #expect(found.hasPrefix(says), "\(found)")
  }

  @Test(arguments: [
    (
      "smallest-base: 20 ", "smallest-base: 5 ",
      "definition.wrong-value at policies/round.yaml:12:1: a percentage on a base of 5 would tell counts up to 7"
    ),
    (
      "to: 7", "to: 1",
      "definition.wrong-value at policies/round.yaml:9:1: the count 2 would be rounded to 0 and read as none"
    ),
    (
      "percentages: rounded", "percentages: exact",
      "definition.wrong-value at policies/round.yaml:11:14: one of rounded, none is wanted here, not 'exact'"
    ),
  ])
  func aPolicyThatWouldTellSmallCountsIsRefused(_ old: String, _ new: String, _ says: String) throws {
    let found = try self.fault("policies/round.yaml", old, new) { _ = try $0.roundPolicy() }
    #expect(found.hasPrefix(says), "\(found)")
  }

  @Test(arguments: [
    (
      "rules/weights.yaml", "travel: 1  ", "travel: -1  ",
      "definition.wrong-value at rules/weights.yaml:7:11: a whole number from 0 to 1000000 is wanted here, not '-1'"
    ),
    (
      "rules/weights.yaml", "\"08:30\", end", "08:30, end",
      "definition.ambiguous at rules/weights.yaml:22:22: '08:30' without quotes is a number in base 60"
    ),
    (
      "rules/weights.yaml", "latest: \"13:45\"", "latest: \"11:45\"",
      "definition.wrong-value at rules/weights.yaml:25:8: a break of 30 minutes does not fit between 11:30 and 11:45"
    ),
    (
      "travel.yaml", "under-road-km: 8", "under-road-km: 2",
      "definition.wrong-value at travel.yaml:14:5: every speed but the last has an under-road-km, each above the one before"
    ),
    (
      "travel.yaml", "status: proposal", "status: official",
      "definition.wrong-value at travel.yaml:6:9: one of proposal, calibrated is wanted here"
    ),
    (
      "travel.yaml", "format: travel/1", "format: travel/2",
      "definition.wrong-value at travel.yaml:3:9: the format is 'travel/2', and this reader reads travel/1"
    ),
  ])
  func brokenRulesAreRefusedByLine(_ file: String, _ old: String, _ new: String, _ says: String) throws {
    let found = try self.fault(file, old, new) {
      _ = try file == "travel.yaml" ? $0.travelRules().id : $0.rotaRules().id
    }
    #expect(found.hasPrefix(says), "\(found)")
  }

  @Test(arguments: [
    (
      "gap-counts: weekdays ", "gap-counts: days ",
      "definition.wrong-value at rules/carry-over.yaml:7:13: one of calendar-days, weekdays, school-days is wanted here"
    ),
    (
      "sessions-a-week: 1 ", "sessions-a-week: -1 ",
      "definition.wrong-value at rules/carry-over.yaml:15:20: a whole number from 0 to 10 is wanted here, not '-1'"
    ),
    (
      "end-at-risk: 30 ", "end-at-risc: 30 ",
      "definition.unknown-key at rules/carry-over.yaml:19:3: the catch-up has no key 'end-at-risc'"
    ),
    (
      "late: 60", "later: 60",
      "definition.unknown-key at rules/carry-over.yaml:26:22: the points has no key 'later'"
    ),
    (
      "hard-settings: []", "hard-settings: 990001",
      "definition.wrong-value at rules/carry-over.yaml:25:18: a list is wanted here"
    ),
  ])
  func brokenCarryOverIsRefusedByLine(_ old: String, _ new: String, _ says: String) throws {
    let found = try self.fault("rules/carry-over.yaml", old, new) { _ = try $0.carryOver() }
    #expect(found.hasPrefix(says), "\(found)")
  }
}
