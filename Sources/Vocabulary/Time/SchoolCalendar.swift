// SPDX-License-Identifier: Apache-2.0

/// The days on which an area's settings teach: terms with their half-term holidays, bank holidays, INSET
/// days and the closures of single settings. All of it is data of the area.
public struct SchoolCalendar: Sendable, Hashable {
  public let name: String
  /// In order of time; no two overlap.
  public let terms: [TermDates]
  public let bankHolidays: [BankHoliday]
  public let insetDays: [InsetDay]
  public let closures: [Closure]

  private let holidayNames: [CivilDate: String]

  /// - Throws: ``Fault`` `calendar.invalid` with the path of the entry (`terms[2].half_term`) when a term
  ///   overlaps another or stands twice, leaves its academic year, or its half-term leaves the term, or when
  ///   a date stands twice among the bank holidays.
  public init(
    name: String,
    terms: [TermDates],
    bankHolidays: [BankHoliday] = [],
    insetDays: [InsetDay] = [],
    closures: [Closure] = []
  ) throws {
    try Self.check(terms)
    var names: [CivilDate: String] = [:]
    for (index, holiday) in bankHolidays.enumerated() {
      guard names.updateValue(holiday.name, forKey: holiday.date) == nil else {
        throw Fault(
          .calendarInvalid,
          "the bank holiday \(holiday.date) stands twice",
          at: "bank_holidays[\(index)]",
          maybe: "keep one of the two"
        )
      }
    }
    self.name = name
    self.terms = terms.sorted { $0.days.lowerBound < $1.days.lowerBound }
    self.bankHolidays = bankHolidays.sorted { $0.date < $1.date }
    self.insetDays = insetDays
    self.closures = closures
    self.holidayNames = names
  }

  /// Why no child is taught on `date` at `setting`, or in the area as a whole when `setting` is `nil`;
  /// `nil` on a school day. The first reason of ``NoSchool`` that applies is given.
  public func noSchool(on date: CivilDate, at setting: SettingID? = nil) -> NoSchool? {
    if date.isWeekend { return .weekend }
    if let name = self.holidayNames[date] { return .bankHoliday(name) }
    guard let term = self.term(of: date) else {
      let year = AcademicYear(of: date)
      return self.terms.contains { $0.year == year } ? .outsideTerm : .notInCalendar(year)
    }
    if let holiday = term.halfTerm, holiday.contains(date) { return .halfTerm }
    if self.insetDays.contains(where: { $0.date == date && $0.applies(to: setting) }) { return .inset }
    let closure = self.closures.first { $0.setting == setting && $0.days.contains(date) }
    return closure.map { .closure($0.reason) }
  }

  public func isSchoolDay(_ date: CivilDate, at setting: SettingID? = nil) -> Bool {
    self.noSchool(on: date, at: setting) == nil
  }

  /// The term whose first to last day hold `date`, its half-term holiday included.
  public func term(of date: CivilDate) -> TermDates? {
    self.terms.first { $0.days.contains(date) }
  }

  /// The half-term in which `date` is taught; `nil` in every holiday.
  public func halfTerm(of date: CivilDate) -> HalfTerm? {
    guard let term = self.term(of: date) else { return nil }
    guard let holiday = term.halfTerm else { return HalfTerm(year: term.year, term: term.term, half: 1) }
    if holiday.contains(date) { return nil }
    return HalfTerm(year: term.year, term: term.term, half: date < holiday.lowerBound ? 1 : 2)
  }

  /// The school days of one week, Monday first.
  public func schoolDays(of week: SchoolWeek, at setting: SettingID? = nil) -> [CivilDate] {
    (0..<7).map(week.day).filter { self.isSchoolDay($0, at: setting) }
  }

  /// The weeks of a half-term with at least one school day, in order; empty when the calendar does not
  /// hold it.
  public func schoolWeeks(of half: HalfTerm) -> [SchoolWeek] {
    guard let term = self.terms.first(where: { $0.year == half.year && $0.term == half.term }) else {
      return []
    }
    return self.schoolWeeks(
      from: SchoolWeek(containing: term.days.lowerBound),
      through: SchoolWeek(containing: term.days.upperBound)
    ).filter { week in
      self.schoolDays(of: week).contains { self.halfTerm(of: $0) == half }
    }
  }

  /// The weeks from one to another, both included, with at least one school day at the setting.
  public func schoolWeeks(
    from first: SchoolWeek,
    through last: SchoolWeek,
    at setting: SettingID? = nil
  ) -> [SchoolWeek] {
    // No week outside the terms has a school day, however far away the two ends are.
    guard let opening = self.terms.first?.days.lowerBound, let closing = self.terms.last?.days.upperBound
    else {
      return []
    }
    let from = max(first, SchoolWeek(containing: opening))
    let through = min(last, SchoolWeek(containing: closing))
    return stride(from: from.monday.dayNumber, through: through.monday.dayNumber, by: 7)
      .map { SchoolWeek(containing: CivilDate(dayNumber: $0)) }
      .filter { !self.schoolDays(of: $0, at: setting).isEmpty }
  }

  /// Monday to Friday, bank holidays excepted. School holidays are working days.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    !date.isWeekend && self.holidayNames[date] == nil
  }

  /// The date `count` working days after `date`, or before it when negative; `date` itself does not count.
  public func adding(workingDays count: Int, to date: CivilDate) -> CivilDate {
    let step = count < 0 ? -1 : 1
    var (day, left) = (date, abs(count))
    while left > 0 {
      day = day.adding(days: step)
      if self.isWorkingDay(day) { left -= 1 }
    }
    return day
  }
}

extension Fault.Code {
  public static let calendarInvalid = Fault.Code("calendar.invalid", .badInput)
}
