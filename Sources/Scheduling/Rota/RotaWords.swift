// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension RotaProblem {
  /// A time of day as `09:15`; `24:00` for the midnight that ends a day.
  public static func clock(_ minute: Int) -> String {
    guard minute >= 0 else { return "-" + self.clock(-max(minute, -.max)) }
    return "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
  }

  /// A day as `Mon 30 Nov`; `day 9` when it lies outside the horizon.
  public func dayName(_ day: Int) -> String {
    guard let date = self.date(of: day) else { return "day \(day)" }
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(weekdays[date.weekday - 1]) \(date.day) \(months[date.month - 1])"
  }

  /// The calendar date of a day; `nil` when it lies outside the horizon.
  public func date(of day: Int) -> CivilDate? {
    guard (0..<self.horizon.days).contains(day) else { return nil }
    return self.horizon.start.adding(days: day)
  }

  func staffName(_ staff: Int) -> String {
    let person = self.staff[staff]
    return person.name.isEmpty ? person.id.rawValue : person.name
  }

  func staffNames(_ staff: [Int]) -> String {
    staff.map { self.staffName($0) }.joined(separator: " and ")
  }

  func placeName(_ place: Int) -> String {
    let place = self.places[place]
    return place.name.isEmpty ? place.id.rawValue : place.name
  }

  func placeName(ofVisit visit: Int) -> String {
    self.placeIndex[self.visits[visit].place].map { self.placeName($0) } ?? ""
  }
}

extension RotaProblem.Window {
  /// `09:00 to 12:00`
  var words: String { "\(RotaProblem.clock(self.start)) to \(RotaProblem.clock(self.end))" }
}
