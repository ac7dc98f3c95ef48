// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Dates, times and amounts as the printed rota writes them.
enum PageWords {
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  static func weekday(_ date: CivilDate) -> String { Self.weekdays[date.weekday - 1] }
  static func dayAndMonth(_ date: CivilDate) -> String { "\(date.day) \(Self.months[date.month - 1])" }

  /// `Mon 30 Nov`
  static func short(_ date: CivilDate) -> String {
    "\(Self.weekday(date).prefix(3)) \(date.day) \(Self.months[date.month - 1].prefix(3))"
  }

  /// `Monday 30 November to Friday 4 December 2026`; the year of the first day only where it differs.
  static func span(_ days: [CivilDate]) -> String {
    guard let first = days.first, let last = days.last else { return "" }
    let end = "\(Self.weekday(last)) \(Self.dayAndMonth(last)) \(last.year)"
    guard first != last else { return end }
    let year = first.year == last.year ? "" : " \(first.year)"
    return "\(Self.weekday(first)) \(Self.dayAndMonth(first))\(year) to \(end)"
  }

  /// `40 min`, `5 h`, `5 h 40 min`
  static func duration(_ minutes: Int) -> String {
    switch (minutes / 60, minutes % 60) {
    case (0, let rest): "\(rest) min"
    case (let hours, 0): "\(hours) h"
    case (let hours, let rest): "\(hours) h \(rest) min"
    }
  }

  /// `1 visit`, `2 visits`
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// With a capital first letter, as a word of its own.
  static func title(_ kind: String) -> String {
    kind.isEmpty ? "Visit" : kind.prefix(1).uppercased() + kind.dropFirst()
  }

  /// `12,340`
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return (number < 0 ? "\u{2212}" : "") + grouped
  }
}
