// SPDX-License-Identifier: Apache-2.0

/// Names a hard rule. The raw values are those of the exchange format.
public enum RotaRuleCode: String, Sendable, CaseIterable {
  case unknownID = "unknown-id"
  case placedTwice = "placed-twice"
  case slots
  case skill
  case forbidden
  case window
  case step
  case pin
  case noShift = "no-shift"
  case shift
  case overlap
  case rest = "break"
  case weekMinutes = "week-minutes"
  case contactMinutes = "contact-minutes"
  case rooms
  case seriesGap = "series-gap"
  case seriesStaff = "series-staff"
  case after
  case leftOutUntold = "left-out-untold"
}
