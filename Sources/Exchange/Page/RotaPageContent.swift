// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Everything that a printed rota shows, in words and numbers, without the problem it came from.
///
/// No child is named anywhere: a visit is a kind of work at a place.
public struct RotaPageContent: Sendable {
  /// `Wrenmoor`, the area or the team.
  public var area: String
  public var week: SchoolWeek
  /// The days shown, Monday first.
  public var days: [CivilDate]
  /// Who published which version and when, or that nobody has; one sentence.
  public var publication: String
  /// Whether all people and places are invented; the page then says so at its head and foot.
  public var isMadeUp: Bool
  public var places: [Place]
  public var people: [Person]
  public var leftOut: [LeftOut]
  /// What the rota costs, term by term; empty hides the section.
  public var costs: [Cost]
  /// A number that no rota of the week costs less than; `nil` where none is proved.
  public var bound: Int?
  /// What is different from the rota that this one supersedes; `nil` when it supersedes none.
  public var changes: Changes?
  /// How travel times were had and how far they may be off; one or two sentences.
  public var travelStatement: String

  public init(
    area: String,
    week: SchoolWeek,
    days: [CivilDate],
    publication: String,
    isMadeUp: Bool = false,
    places: [Place],
    people: [Person],
    leftOut: [LeftOut] = [],
    costs: [Cost] = [],
    bound: Int? = nil,
    changes: Changes? = nil,
    travelStatement: String
  ) {
    self.area = area
    self.week = week
    self.days = days
    self.publication = publication
    self.isMadeUp = isMadeUp
    self.places = places
    self.people = people
    self.leftOut = leftOut
    self.costs = costs
    self.bound = bound
    self.changes = changes
    self.travelStatement = travelStatement
  }

  public func place(_ id: PlaceID) -> Place? { self.places.first { $0.id == id } }

  public struct Place: Sendable, Hashable {
    public let id: PlaceID
    public let name: String
    /// `nil` leaves the place off the map.
    public let coordinate: Coordinate?
    public let isBase: Bool

    public init(id: PlaceID, name: String, coordinate: Coordinate?, isBase: Bool = false) {
      self.id = id
      self.name = name
      self.coordinate = coordinate
      self.isBase = isBase
    }
  }

  public struct Person: Sendable, Hashable {
    public let id: StaffID
    public let name: String
    public let role: String
    /// One entry a day of the content; `nil` on a day off.
    public var days: [Day?]
    /// The limit on visits and travel of the week; `nil` = none.
    public let weekMinutes: Int?

    public init(id: StaffID, name: String, role: String, days: [Day?], weekMinutes: Int?) {
      self.id = id
      self.name = name
      self.role = role
      self.days = days
      self.weekMinutes = weekMinutes
    }

    public var visitMinutes: Int { self.days.reduce(0) { $0 + ($1?.visitMinutes ?? 0) } }
    public var travelMinutes: Int { self.days.reduce(0) { $0 + ($1?.travelMinutes ?? 0) } }
    public var visitCount: Int { self.days.reduce(0) { $0 + ($1?.visits.count ?? 0) } }
    /// All shifts of the week together.
    public var shiftMinutes: Int { self.days.reduce(0) { $0 + ($1.map { $0.end - $0.start } ?? 0) } }
  }

  /// One person's working day, in order of time. Times are minutes past midnight.
  public struct Day: Sendable, Hashable {
    public let start: Int
    public let end: Int
    public let stretches: [Stretch]

    public init(start: Int, end: Int, stretches: [Stretch]) {
      self.start = start
      self.end = end
      self.stretches = stretches
    }

    public var visits: [Stretch] {
      self.stretches.filter {
        if case .visit = $0.what { true } else { false }
      }
    }
    public var visitMinutes: Int { self.visits.reduce(0) { $0 + $1.minutes } }
    public var travelMinutes: Int {
      self.stretches.reduce(0) { sum, stretch in
        if case .travel = stretch.what { sum + stretch.minutes } else { sum }
      }
    }
  }

  public struct Stretch: Sendable, Hashable {
    public enum What: Sendable, Hashable {
      /// `with`: the names of the others, in a joint visit.
      case visit(VisitID, kind: String, place: PlaceID, with: [String])
      case travel(from: PlaceID, to: PlaceID)
      case rest
    }

    public let start: Int
    public let end: Int
    public let what: What

    public init(start: Int, end: Int, what: What) {
      self.start = start
      self.end = end
      self.what = what
    }

    public var minutes: Int { self.end - self.start }
  }

  public struct LeftOut: Sendable, Hashable {
    public let visit: VisitID
    public let kind: String
    public let place: PlaceID
    public let minutes: Int
    public let reason: String
    /// What stood in the way of whom, as sentences, the most telling first; may be empty.
    public var obstacles: [String]

    public init(
      visit: VisitID,
      kind: String,
      place: PlaceID,
      minutes: Int,
      reason: String,
      obstacles: [String] = []
    ) {
      self.visit = visit
      self.kind = kind
      self.place = place
      self.minutes = minutes
      self.reason = reason
      self.obstacles = obstacles
    }
  }

  /// One term of the cost: what is counted in words, how many, and what they cost together.
  public struct Cost: Sendable, Hashable {
    public let words: String
    public let count: Int
    public let cost: Int

    public init(words: String, count: Int, cost: Int) {
      self.words = words
      self.count = count
      self.cost = cost
    }
  }
}
