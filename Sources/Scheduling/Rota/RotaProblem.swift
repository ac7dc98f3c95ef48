// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One week's rota to be made: who works when, what is asked for where, and what each wish weighs.
///
/// A value that exists is consistent: every id is unique, every reference is known, every window lies on a
/// day of the horizon and every number has its range. Times are minutes past midnight of a 0-based day;
/// durations, travel and costs are whole numbers.
public struct RotaProblem: Sendable, Hashable {
  public let name: String
  public let horizon: Horizon
  public let places: [Place]
  public let travel: TravelTable
  public let staff: [Staff]
  public let visits: [Visit]
  public let series: [Series]
  /// The rota that people already hold; the `changed` weights count against it. Empty when none.
  public let published: [RotaAnswer.Assignment]
  public let weights: Weights

  /// Positions of ids in the arrays above.
  public let placeIndex: [PlaceID: Int]
  public let staffIndex: [StaffID: Int]
  public let visitIndex: [VisitID: Int]
  public let seriesIndex: [SeriesID: Int]

  /// - Throws: ``Vocabulary/Fault`` `rota.problem-invalid` naming the first inconsistency and its path,
  ///   such as `visits[3].place`.
  public init(
    name: String,
    horizon: Horizon,
    places: [Place],
    travel: TravelTable,
    staff: [Staff],
    visits: [Visit],
    series: [Series] = [],
    published: [RotaAnswer.Assignment] = [],
    weights: Weights = Weights()
  ) throws {
    self.name = name
    self.horizon = horizon
    self.places = places
    self.travel = travel
    self.staff = staff
    self.visits = visits
    self.series = series
    self.published = published
    self.weights = weights
    self.placeIndex = try Self.index(places.map(\.id), of: "places")
    self.staffIndex = try Self.index(staff.map(\.id), of: "staff")
    self.visitIndex = try Self.index(visits.map(\.id), of: "visits")
    self.seriesIndex = try Self.index(series.map(\.id), of: "series")
    try self.checkConsistency()
  }

  /// Minutes from one place to another, by position.
  public func minutes(from: Int, to: Int) -> Int { self.travel[from, to] }

  private static func index<Tag>(_ ids: [ID<Tag>], of path: String) throws -> [ID<Tag>: Int] {
    var positions: [ID<Tag>: Int] = [:]
    for (position, id) in ids.enumerated() {
      guard !id.rawValue.isEmpty else {
        throw Fault(.rotaProblemInvalid, "the id is empty", at: "\(path)[\(position)].id")
      }
      guard positions.updateValue(position, forKey: id) == nil else {
        throw Fault(.rotaProblemInvalid, "the id '\(id)' stands twice", at: "\(path)[\(position)].id")
      }
    }
    return positions
  }
}

extension Fault.Code {
  public static let rotaProblemInvalid = Fault.Code("rota.problem-invalid", .badInput)
}

extension RotaProblem {
  /// The days of the rota: `days` days from `start`, and the grid that starts stand on.
  public struct Horizon: Sendable, Hashable {
    public let start: CivilDate
    public let days: Int
    /// Every visit and break starts on a multiple of this many minutes past midnight.
    public let step: Int

    public init(start: CivilDate, days: Int, step: Int = 1) {
      self.start = start
      self.days = days
      self.step = step
    }
  }

  public struct Place: Sendable, Hashable {
    public let id: PlaceID
    public let name: String
    public let coordinate: Coordinate?
    /// How many visits may run here at once.
    public let rooms: Int

    public init(id: PlaceID, name: String, coordinate: Coordinate? = nil, rooms: Int = 1) {
      self.id = id
      self.name = name
      self.coordinate = coordinate
      self.rooms = rooms
    }
  }

  /// Whole minutes from every place to every other, row by row; not necessarily symmetric.
  public struct TravelTable: Sendable, Hashable {
    public let count: Int
    public let minutes: [Int32]

    /// Returns `nil` unless there are `count * count` entries, none negative.
    public init?(count: Int, minutes: [Int32]) {
      guard count >= 0, minutes.count == count * count, minutes.allSatisfy({ $0 >= 0 }) else { return nil }
      self.count = count
      self.minutes = minutes
    }

    public subscript(from: Int, to: Int) -> Int { Int(self.minutes[from * self.count + to]) }
  }

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

  /// Cost points a unit of each soft wish; see the cost terms.
  public struct Weights: Sendable, Hashable {
    public var travel = 0
    public var preferStaff = 0
    public var seriesStaff = 0
    public var preferWindow = 0
    public var balance = 0
    public var changedStaff = 0
    public var changedDay = 0
    public var changedStart = 0
    public var shift = 0

    public init() {}
  }
}
