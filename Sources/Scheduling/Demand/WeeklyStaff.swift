// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Someone of the team with the hours they work every week, and when they are away.
public struct WeeklyStaff: Sendable, Hashable {
  /// The hours of one day of the week, with where they begin and end.
  public struct Shift: Sendable, Hashable {
    /// 1 is Monday, 7 is Sunday.
    public let weekday: Int
    public let start: TimeOfDay
    public let end: TimeOfDay
    public let from: PlaceID
    public let to: PlaceID

    public init(weekday: Int, start: TimeOfDay, end: TimeOfDay, from: PlaceID, to: PlaceID) {
      self.weekday = weekday
      self.start = start
      self.end = end
      self.from = from
      self.to = to
    }
  }

  /// Days away, or some hours of each of these days.
  public struct Absence: Sendable, Hashable {
    public let days: ClosedRange<CivilDate>
    /// `nil` = the whole day.
    public let hours: ClosedRange<TimeOfDay>?

    public init(days: ClosedRange<CivilDate>, hours: ClosedRange<TimeOfDay>? = nil) {
      self.days = days
      self.hours = hours
    }
  }

  public let id: StaffID
  public let name: String
  public let role: String
  public let skills: Set<String>
  /// At most one a day.
  public let shifts: [Shift]
  public let absences: [Absence]
  public let weekMinutes: Int?
  public let contactMinutes: Int?
  public let rest: RotaProblem.Break?
  /// Does not work in school holidays.
  public let isTermTimeOnly: Bool

  public init(
    id: StaffID,
    name: String,
    role: String,
    skills: Set<String>,
    shifts: [Shift],
    absences: [Absence] = [],
    weekMinutes: Int? = nil,
    contactMinutes: Int? = nil,
    rest: RotaProblem.Break? = nil,
    isTermTimeOnly: Bool = false
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.skills = skills
    self.shifts = shifts
    self.absences = absences
    self.weekMinutes = weekMinutes
    self.contactMinutes = contactMinutes
    self.rest = rest
    self.isTermTimeOnly = isTermTimeOnly
  }

  /// The shifts of one week that are really worked: none on a bank holiday, none in the holidays for
  /// people who work in term time only, and absences taken off. Hours away in the middle of a shift leave
  /// its longer part; of two equal parts the earlier.
  public func shifts(in week: SchoolWeek, days: Int = 5, calendar: SchoolCalendar) -> [RotaProblem.Shift] {
    (0..<days).flatMap { day -> [RotaProblem.Shift] in
      let date = week.day(day)
      guard self.works(on: date, calendar) else { return [] }
      return self.shifts.filter { $0.weekday == date.weekday }.compactMap { shift in
        self.remaining(of: shift.start.minute..<max(shift.start.minute, shift.end.minute), on: date).map {
          RotaProblem.Shift(
            day: day,
            start: $0.lowerBound,
            end: $0.upperBound,
            from: shift.from,
            to: shift.to
          )
        }
      }
    }
  }

  /// What demand needs to know of this person: the visit minutes of the week, as far as they can be told
  /// before a rota is made.
  ///
  /// - Parameter travelPercent: the part of a shift, after the break, that goes into journeys.
  public func person(
    in week: SchoolWeek,
    calendar: SchoolCalendar,
    travelPercent: Int = 25
  ) -> DemandInputs.Person {
    let days = self.shifts(in: week, calendar: calendar).map { shift -> Int in
      let length = shift.end - shift.start
      let rest = self.rest.map { length > $0.shiftOver ? $0.minutes : 0 } ?? 0
      return min((length - rest) * (100 - travelPercent) / 100, self.contactMinutes ?? .max)
    }
    let limit = self.weekMinutes.map { $0 * (100 - travelPercent) / 100 } ?? .max
    return DemandInputs.Person(
      id: self.id,
      skills: self.skills,
      minutes: max(0, min(days.reduce(0, +), limit))
    )
  }

  private func works(on date: CivilDate, _ calendar: SchoolCalendar) -> Bool {
    switch calendar.noSchool(on: date) {
    case .bankHoliday: false
    case .outsideTerm, .notInCalendar, .halfTerm: !self.isTermTimeOnly
    case .weekend, .inset, .closure, nil: true
    }
  }

  private func remaining(of shift: Range<Int>, on date: CivilDate) -> Range<Int>? {
    var left = shift
    for absence in self.absences where absence.days.contains(date) {
      guard let hours = absence.hours else { return nil }
      let before = left.lowerBound..<max(left.lowerBound, min(left.upperBound, hours.lowerBound.minute))
      let after = min(left.upperBound, max(left.lowerBound, hours.upperBound.minute))..<left.upperBound
      left = before.count >= after.count ? before : after
    }
    return left.isEmpty ? nil : left
  }
}
