// SPDX-License-Identifier: Apache-2.0

extension SchoolCalendar {
  /// First and last day of one term, and its holiday half way.
  public struct TermDates: Sendable, Hashable {
    public let year: AcademicYear
    public let term: Term
    public let days: ClosedRange<CivilDate>
    /// First and last weekday without school; `nil` for a term without a break.
    public let halfTerm: ClosedRange<CivilDate>?

    public init(
      year: AcademicYear,
      term: Term,
      days: ClosedRange<CivilDate>,
      halfTerm: ClosedRange<CivilDate>? = nil
    ) {
      self.year = year
      self.term = term
      self.days = days
      self.halfTerm = halfTerm
    }
  }

  public struct BankHoliday: Sendable, Hashable {
    public let date: CivilDate
    public let name: String

    public init(date: CivilDate, name: String) {
      self.date = date
      self.name = name
    }
  }

  /// A day on which staff are trained and no child is in, at every setting or at the named ones.
  public struct InsetDay: Sendable, Hashable {
    public let date: CivilDate
    /// `nil` = every setting of the area.
    public let settings: Set<SettingID>?

    public init(date: CivilDate, settings: Set<SettingID>? = nil) {
      self.date = date
      self.settings = settings
    }

    func applies(to setting: SettingID?) -> Bool {
      guard let settings = self.settings else { return true }
      return setting.map(settings.contains) ?? false
    }
  }

  /// Days on which one setting takes no visits: flood, polling station, moving house.
  public struct Closure: Sendable, Hashable {
    public let setting: SettingID
    public let days: ClosedRange<CivilDate>
    public let reason: String

    public init(setting: SettingID, days: ClosedRange<CivilDate>, reason: String) {
      self.setting = setting
      self.days = days
      self.reason = reason
    }
  }

  /// Why a day is not a school day, from the widest reason to the narrowest.
  public enum NoSchool: Sendable, Hashable, CustomStringConvertible {
    case weekend
    case bankHoliday(String)
    /// The calendar has no term of this academic year, so nobody can tell.
    case notInCalendar(AcademicYear)
    case outsideTerm
    case halfTerm
    case inset
    case closure(String)

    public var description: String {
      switch self {
      case .weekend: "weekend"
      case .bankHoliday(let name): "bank holiday (\(name))"
      case .notInCalendar(let year): "the calendar has no terms of \(year)"
      case .outsideTerm: "school holiday"
      case .halfTerm: "half-term holiday"
      case .inset: "INSET day"
      case .closure(let reason): "closed (\(reason))"
      }
    }
  }

  static func check(_ terms: [TermDates]) throws {
    for (index, term) in terms.enumerated() {
      let name = "the \(term.term.rawValue) term \(term.year)"
      guard term.year.contains(term.days.lowerBound), term.year.contains(term.days.upperBound) else {
        throw Fault(
          .calendarInvalid,
          "\(name) runs from \(term.days.lowerBound) to \(term.days.upperBound), outside its academic year",
          at: "terms[\(index)]",
          maybe: "an academic year runs from 1 September to 31 August"
        )
      }
      if let holiday = term.halfTerm,
        holiday.lowerBound <= term.days.lowerBound || holiday.upperBound >= term.days.upperBound
      {
        throw Fault(
          .calendarInvalid,
          "the half-term \(holiday.lowerBound) to \(holiday.upperBound) does not lie inside \(name)",
          at: "terms[\(index)].half_term",
          maybe: "check the month of the half-term dates"
        )
      }
      for (other, earlier) in terms[..<index].enumerated() {
        if earlier.year == term.year, earlier.term == term.term {
          throw Fault(
            .calendarInvalid,
            "\(name) stands twice",
            at: "terms[\(index)]",
            maybe: "keep one; the other is terms[\(other)]"
          )
        }
        if earlier.days.overlaps(term.days) {
          throw Fault(
            .calendarInvalid,
            "\(name) overlaps the \(earlier.term.rawValue) term \(earlier.year)",
            at: "terms[\(index)]",
            maybe: "check the first and last day of both"
          )
        }
      }
    }
  }
}
