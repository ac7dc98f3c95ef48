// SPDX-License-Identifier: Apache-2.0

/// How completed months are counted. A screener's definition names one: the two differ by a completed
/// month at some month ends (born 2019-10-31, seen 2024-11-30: 61 months by the calendar, 60 by borrow30).
public enum AgeRule: String, Sendable, Codable, CaseIterable {
  /// Whole calendar months passed; a month is passed on the same day of the month, or on the month's last
  /// day where that day does not exist.
  case calendar
  /// Year, month and day are subtracted column by column; a negative day borrows 30 days, whatever the
  /// month. The rule printed on many scoring sheets.
  case borrow30
}

/// Time from birth to test in completed years, months and days. Nothing is rounded up.
public struct Age: Hashable, Sendable, CustomStringConvertible {
  public let years: Int
  public let months: Int
  public let days: Int

  public var completedMonths: Int { self.years * 12 + self.months }

  /// Years and months as printed on record forms: `4;02`.
  public var description: String { "\(self.years);\(padded(self.months, to: 2))" }

  /// Returns `nil` when `test` is before `birth`.
  public init?(from birth: CivilDate, to test: CivilDate, by rule: AgeRule) {
    guard test >= birth else { return nil }
    let months: Int
    switch rule {
    case .calendar:
      var passed = (test.year - birth.year) * 12 + test.month - birth.month
      if birth.adding(months: passed) > test { passed -= 1 }
      months = passed
      self.days = test.days(since: birth.adding(months: passed))
    case .borrow30:
      let borrow = test.day < birth.day ? 1 : 0
      months = (test.year - birth.year) * 12 + test.month - birth.month - borrow
      self.days = test.day - birth.day + borrow * 30
    }
    self.years = months / 12
    self.months = months % 12
  }
}
