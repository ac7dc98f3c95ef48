// SPDX-License-Identifier: Apache-2.0

/// A school year in England, 1 September to 31 August. Text form `2026/27`.
public struct AcademicYear: CheckedText {
  /// The calendar year of its September, 1583 to 9998.
  public let start: Int

  /// Returns `nil` outside 1583 to 9998.
  public init?(startingIn year: Int) {
    guard (1583...9998).contains(year) else { return nil }
    self.start = year
  }

  /// The year that holds `date`: that of the last 1 September.
  public init(of date: CivilDate) {
    self.start = min(max(date.month >= 9 ? date.year : date.year - 1, 1583), 9998)
  }

  /// Reads `2026/27` exactly: four digits, a stroke, the last two digits of the next year.
  public init(validating text: some StringProtocol) throws {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      text.utf8.allSatisfy({ (0x2F...0x39).contains($0) }),
      let first = Int(parts[0]), let second = Int(parts[1]), (first + 1) % 100 == second,
      let year = AcademicYear(startingIn: first)
    else {
      throw Fault(
        .malformed,
        "an academic year is written as two years that follow each other, such as 2026/27",
        maybe: "the first year in four digits, a stroke, the second in two"
      )
    }
    self = year
  }

  public var text: String { "\(padded(self.start, to: 4))/\(padded((self.start + 1) % 100, to: 2))" }

  /// 1 September to 31 August.
  public var days: ClosedRange<CivilDate> {
    CivilDate.inRange(self.start, 9, 1)...CivilDate.inRange(self.start + 1, 8, 31)
  }

  public func contains(_ date: CivilDate) -> Bool { self.days.contains(date) }

  /// The year `years` later; stays within 1583 to 9998.
  public func adding(years: Int) -> AcademicYear {
    AcademicYear(of: CivilDate.inRange(min(max(self.start + years, 1583), 9998), 9, 1))
  }

  public static func < (a: Self, b: Self) -> Bool { a.start < b.start }
}

extension CivilDate {
  /// A date known to be on the calendar.
  static func inRange(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is not on the calendar")
    }
    return date
  }
}
