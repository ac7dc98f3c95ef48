// SPDX-License-Identifier: Apache-2.0

/// The kinds of change, the smallest first: a person's minutes, then a room, then a rule let go.
public enum ProblemChangeKind: String, Sendable, CaseIterable, Comparable {
  /// Minutes before or after a shift.
  case longerShift = "longer-shift"
  /// Minutes of a shift on a day without one.
  case newShift = "new-shift"
  /// Minutes on the daily limit of visit minutes.
  case contactMinutes = "contact-minutes"
  /// Minutes on the week's limit.
  case weekMinutes = "week-minutes"
  /// One more visit at once at a place.
  case anotherRoom = "another-room"
  /// Minutes by which a break may lie earlier or later.
  case breakHours = "break-hours"
  /// Minutes by which a visit may begin earlier or end later.
  case widerWindow = "wider-window"
  /// A visit no longer has to wait for another.
  case droppedOrder = "dropped-order"
  /// Days by which the visits of a series may be nearer.
  case seriesGap = "series-gap"
  /// A series no longer has to keep its people.
  case seriesStaff = "series-staff"
  /// A visit no longer forbids a person.
  case forbidden
  /// A visit is no longer pinned.
  case pin
  /// Skills that a person would need.
  case skill
  /// One more person for half a day.
  case halfDay = "half-day"

  public enum Group: Int, Sendable, Comparable {
    case minutesOfPeople, rooms, rules, people

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public var group: Group {
    switch self {
    case .longerShift, .newShift, .contactMinutes, .weekMinutes: .minutesOfPeople
    case .anotherRoom: .rooms
    case .breakHours, .widerWindow, .droppedOrder, .seriesGap, .seriesStaff, .forbidden, .pin, .skill: .rules
    case .halfDay: .people
    }
  }

  public var isInMinutes: Bool {
    switch self {
    case .longerShift, .newShift, .contactMinutes, .weekMinutes, .breakHours, .widerWindow, .halfDay: true
    case .anotherRoom, .droppedOrder, .seriesGap, .seriesStaff, .forbidden, .pin, .skill: false
    }
  }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }
}

extension ProblemChange {
  /// Whether this asks for less than `other`: by group; minutes of people by minutes; rules by kind, then by
  /// amount.
  public func isSmaller(than other: any ProblemChange) -> Bool {
    if self.kind.group != other.kind.group { return self.kind.group < other.kind.group }
    if self.kind.group == .rules {
      return (self.kind, self.amount) < (other.kind, other.amount)
    }
    return (self.amount, self.kind) < (other.amount, other.kind)
  }
}
