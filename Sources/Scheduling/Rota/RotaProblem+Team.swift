// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension RotaProblem {
  public struct Staff: Sendable, Hashable {
    public let id: StaffID
    public let name: String
    public let role: String
    public let skills: Set<String>
    /// At most one a day.
    public let shifts: [Shift]
    /// Limit on visits plus travel of the week; `nil` = none.
    public let weekMinutes: Int?
    /// Limit on the visit minutes of one day; `nil` = none.
    public let contactMinutes: Int?
    public let rest: Break?

    public init(
      id: StaffID,
      name: String,
      role: String = "",
      skills: Set<String> = [],
      shifts: [Shift],
      weekMinutes: Int? = nil,
      contactMinutes: Int? = nil,
      rest: Break? = nil
    ) {
      self.id = id
      self.name = name
      self.role = role
      self.skills = skills
      self.shifts = shifts
      self.weekMinutes = weekMinutes
      self.contactMinutes = contactMinutes
      self.rest = rest
    }
  }

  /// The hours of one person's day; they hold the first and the last journey too.
  public struct Shift: Sendable, Hashable {
    public let day: Int
    public let start: Int
    public let end: Int
    public let from: PlaceID
    public let to: PlaceID

    public init(day: Int, start: Int, end: Int, from: PlaceID, to: PlaceID) {
      self.day = day
      self.start = start
      self.end = end
      self.from = from
      self.to = to
    }
  }

  /// An unpaid break, due on a day with a visit whose shift is longer than `shiftOver` minutes.
  public struct Break: Sendable, Hashable {
    public let minutes: Int
    public let earliest: Int
    public let latest: Int
    public let shiftOver: Int

    public init(minutes: Int, earliest: Int, latest: Int, shiftOver: Int = 0) {
      self.minutes = minutes
      self.earliest = earliest
      self.latest = latest
      self.shiftOver = shiftOver
    }
  }
}
