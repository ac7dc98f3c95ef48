// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension RotaProblem {
  public struct Visit: Sendable, Hashable {
    public let id: VisitID
    public let place: PlaceID
    public let minutes: Int
    public let kind: String
    /// One entry a person needed, each the skills that this person must all have. Never empty.
    public let slots: [Set<String>]
    public let windows: [Window]
    /// What leaving it out costs.
    public let weight: Int
    public let preferStaff: [StaffID]
    public let forbidStaff: Set<StaffID>
    public let preferWindows: [Window]
    public let series: SeriesID?
    public let after: [Precedence]
    public let pin: Pin?

    public init(
      id: VisitID,
      place: PlaceID,
      minutes: Int,
      kind: String = "",
      slots: [Set<String>] = [[]],
      windows: [Window],
      weight: Int = 0,
      preferStaff: [StaffID] = [],
      forbidStaff: Set<StaffID> = [],
      preferWindows: [Window] = [],
      series: SeriesID? = nil,
      after: [Precedence] = [],
      pin: Pin? = nil
    ) {
      self.id = id
      self.place = place
      self.minutes = minutes
      self.kind = kind
      self.slots = slots.isEmpty ? [[]] : slots
      self.windows = windows
      self.weight = weight
      self.preferStaff = preferStaff
      self.forbidStaff = forbidStaff
      self.preferWindows = preferWindows
      self.series = series
      self.after = after
      self.pin = pin
    }
  }

  /// A stretch of one day; a visit fits when it starts and ends inside.
  public struct Window: Sendable, Hashable {
    public let day: Int
    public let start: Int
    public let end: Int

    public init(day: Int, start: Int, end: Int) {
      self.day = day
      self.start = start
      self.end = end
    }

    public func holds(day: Int, from start: Int, to end: Int) -> Bool {
      day == self.day && self.start <= start && end <= self.end
    }
  }

  /// The visit starts no earlier than the end of `visit` plus `gapMinutes`, counted over days; if `visit`
  /// is left out, so must this one be.
  public struct Precedence: Sendable, Hashable {
    public let visit: VisitID
    public let gapMinutes: Int

    public init(visit: VisitID, gapMinutes: Int = 0) {
      self.visit = visit
      self.gapMinutes = gapMinutes
    }
  }

  /// What is given is fixed if the visit is placed.
  public struct Pin: Sendable, Hashable {
    public let staff: [StaffID]?
    public let day: Int?
    public let start: Int?

    public init(staff: [StaffID]? = nil, day: Int? = nil, start: Int? = nil) {
      self.staff = staff
      self.day = day
      self.start = start
    }
  }

  public struct Series: Sendable, Hashable {
    public enum SameStaff: String, Sendable { case require, prefer, any }

    public let id: SeriesID
    /// Any two placed visits are on days at least this many apart; 0 does not bind.
    public let gapDays: Int
    public let sameStaff: SameStaff

    public init(id: SeriesID, gapDays: Int = 0, sameStaff: SameStaff = .any) {
      self.id = id
      self.gapDays = gapDays
      self.sameStaff = sameStaff
    }
  }
}
