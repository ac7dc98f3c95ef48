// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

extension Reading {
  /// The area's calendar from the entries that were imported.
  ///
  /// - Throws: `calendar.invalid` when terms overlap or a half-term lies outside its term.
  func schoolCalendar() throws -> SchoolCalendar {
    let entries = try self.calendar()
    let halfTerms = entries.filter { $0.kind == .halfTerm }
    let terms = try entries.filter { $0.kind == .term }.map { entry in
      let term = Term.allCases.first { entry.title.lowercased().contains($0.rawValue) }
      guard let term else {
        throw Fault(
          .calendarInvalid, "the term from \(entry.from) is not called autumn, spring or summer",
          at: "calendar entry \(entry.id)", maybe: "name it 'Autumn term', 'Spring term' or 'Summer term'")
      }
      let half = halfTerms.first { entry.from <= $0.from && $0.to <= entry.to }
      return SchoolCalendar.TermDates(
        year: AcademicYear(of: entry.from), term: term, days: entry.from...entry.to,
        halfTerm: half.map { $0.from...$0.to })
    }
    return try SchoolCalendar(
      name: self.area.rawValue, terms: terms,
      bankHolidays: entries.filter { $0.kind == .bankHoliday }.map {
        SchoolCalendar.BankHoliday(date: $0.from, name: $0.title)
      },
      insetDays: entries.filter { $0.kind == .inset }.flatMap { entry in
        (0...entry.to.days(since: entry.from)).map { day in
          SchoolCalendar.InsetDay(date: entry.from.adding(days: day), settings: entry.setting.map { [$0] })
        }
      },
      closures: entries.filter { $0.kind == .closure }.compactMap { entry in
        entry.setting.map { SchoolCalendar.Closure(setting: $0, days: entry.from...entry.to, reason: entry.title) }
      })
  }
}
