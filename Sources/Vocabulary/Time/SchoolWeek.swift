// SPDX-License-Identifier: Apache-2.0

/// An ISO 8601 week, Monday to Sunday; the unit a rota is made for. Text form `2026-W49`.
public struct SchoolWeek: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let monday: CivilDate

  /// The week that holds `date`. The days at either end of the calendar that belong to no whole week, before
  /// 1583-01-03 and after 9999-12-26, give the nearest one.
  public init(containing date: CivilDate) {
    let monday = date.dayNumber - date.weekday + 1
    self.monday = CivilDate(dayNumber: min(max(monday, Self.first), Self.last))
  }

  /// Day numbers of the first and the last Monday whose whole week is on the calendar.
  private static let first = CivilDate.inRange(1583, 1, 3).dayNumber
  private static let last = CivilDate.inRange(9999, 12, 20).dayNumber

  /// Reads `YYYY-Www` exactly, years 1584 to 9998; `nil` for a week the year does not have.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Vocabulary.number(parts[0], digits: 4), (1584...9998).contains(year),
      parts[1].first == "W", let week = Vocabulary.number(parts[1].dropFirst(), digits: 2), week >= 1,
      let january4 = CivilDate(year: year, month: 1, day: 4)
    else { return nil }
    self.init(containing: january4.adding(days: (week - 1) * 7))
    guard self.year == year else { return nil }
  }

  /// The ISO week-numbering year: that of the week's Thursday.
  public var year: Int { self.monday.adding(days: 3).year }

  /// 1 to 53.
  public var number: Int {
    let thursday = self.monday.adding(days: 3)
    guard let january1 = CivilDate(year: thursday.year, month: 1, day: 1) else { return 1 }
    return thursday.days(since: january1) / 7 + 1
  }

  public func adding(weeks: Int) -> SchoolWeek { SchoolWeek(containing: self.monday.adding(days: weeks * 7)) }

  /// The day `index` days after Monday.
  public func day(_ index: Int) -> CivilDate { self.monday.adding(days: index) }

  public var description: String { "\(padded(self.year, to: 4))-W\(padded(self.number, to: 2))" }
  public static func < (a: Self, b: Self) -> Bool { a.monday < b.monday }
}
