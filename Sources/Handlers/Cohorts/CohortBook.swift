// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// Finds the cohort a screening belongs to (setting × school year × term × year group), and opens it with
/// every child of that year on the setting's roll when it is the first: who was not screened stays visible.
struct CohortBook {
  private let calendar: SchoolCalendar
  /// Who is in the cohorts that were met so far.
  private var members: [CohortID: Set<ChildID>] = [:]

  init(_ calendar: SchoolCalendar) { self.calendar = calendar }

  /// - Returns: `nil` for a child without a setting or outside the school years.
  mutating func cohort(of child: ChildRecord, on day: CivilDate, in records: Records) throws -> CohortID? {
    guard let setting = child.setting, let yearGroup = child.yearGroup(on: day) else { return nil }
    let year = AcademicYear(of: day)
    let term = self.term(of: day)
    let id = CohortID("\(setting).\(year.start).\(term.rawValue).\(yearGroup)")
    if self.members[id] == nil {
      if try records.cohort(id) == nil {
        let members = try records.everyChild(at: setting).filter { $0.yearGroup(on: day) == yearGroup }
        try records.add(
          CohortRecord(
            id: id, setting: setting, academicYear: year, term: term, yearGroup: yearGroup,
            expected: members.count))
        try records.place(members.map(\.id), in: id)
        self.members[id] = Set(members.map(\.id))
      } else {
        self.members[id] = try records.membership(of: id)
      }
    }
    if self.members[id]?.insert(child.id).inserted == true { try records.place([child.id], in: id) }
    return id
  }

  /// Whether screenings of both days belong to cohorts of the same term.
  func isOneTerm(_ a: CivilDate, _ b: CivilDate) -> Bool {
    AcademicYear(of: a) == AcademicYear(of: b) && self.term(of: a) == self.term(of: b)
  }

  private func term(of day: CivilDate) -> Term {
    self.calendar.term(of: day)?.term ?? Self.termWithoutCalendar(of: day)
  }

  /// Where no calendar says: September to December, January to Easter's latest end in April, the rest.
  private static func termWithoutCalendar(of day: CivilDate) -> Term {
    switch (day.month, day.day) {
    case (9...12, _): .autumn
    case (1...3, _), (4, 1...12): .spring
    default: .summer
    }
  }
}
