// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar without a time zone, 1583-01-01 to 9999-12-31.
///
/// Text form is ISO 8601, `2026-11-30`; nothing else is read. Arithmetic counts days; months are added by
/// ``adding(months:)`` with the day clamped to the month's end.
public struct CivilDate: Hashable, Sendable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Returns `nil` for a date that is not on the calendar, such as 2026-02-29.
  public init?(year: Int, month: Int, day: Int) {
    guard (1583...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD` exactly; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01; earlier days are negative.
  ///
  /// - SeeAlso: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  public var dayNumber: Int {
    let shifted = self.month <= 2 ? self.year - 1 : self.year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (self.month + (self.month > 2 ? -3 : 9)) + 2) / 5 + self.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Day numbers of 1583-01-01 and 9999-12-31.
  private static let range = -141_349...2_932_896

  /// - Precondition: the day lies within 1583-01-01 to 9999-12-31.
  public init(dayNumber: Int) {
    precondition(Self.range.contains(dayNumber), "day number \(dayNumber) is off the calendar")
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    self.day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    self.month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.year = yearOfEra + era * 400 + (self.month <= 2 ? 1 : 0)
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int { (self.dayNumber + 3) %% 7 + 1 }
  public var isWeekend: Bool { self.weekday > 5 }

  /// The day `days` later (earlier when negative); beyond the calendar, its first or last day: a mistyped year makes
  /// an odd date, never a crash.
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = self.dayNumber.addingReportingOverflow(days)
    let number = overflow ? (days < 0 ? Self.range.lowerBound : Self.range.upperBound) : sum
    return CivilDate(dayNumber: min(max(number, Self.range.lowerBound), Self.range.upperBound))
  }

  /// The same day of the month `months` later (earlier when negative), or that month's last day:
  /// 31 January plus one month is 28 or 29 February.
  public func adding(months: Int) -> CivilDate {
    let index = self.year * 12 + self.month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    let day = min(self.day, Self.days(inMonth: month, of: year))
    return CivilDate(year: year, month: month, day: day) ?? self
  }

  /// Whole days from `other` to this date; negative when this date is earlier.
  public func days(since other: CivilDate) -> Int { self.dayNumber - other.dayNumber }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}

extension CivilDate: CustomStringConvertible {
  public var description: String {
    "\(padded(self.year, to: 4))-\(padded(self.month, to: 2))-\(padded(self.day, to: 2))"
  }
}

extension CivilDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CivilDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date YYYY-MM-DD")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(self.description)
  }
}

infix operator %% : MultiplicationPrecedence

/// The remainder that is never negative: `-1 %% 7 == 6`.
func %% (a: Int, b: Int) -> Int {
  let remainder = a % b
  return remainder < 0 ? remainder + b : remainder
}

/// `value` in decimal with leading zeros up to `width` digits.
public func padded(_ value: Int, to width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
