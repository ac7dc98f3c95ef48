// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One week's rota problem, put together from the demand, the team, the places and the travel times.
public struct WeeklyRota: Sendable, Hashable {
  public let problem: RotaProblem
  public let travel: TravelEstimate
  /// Visits that cannot stand in the problem, with the reason; they belong on the rota as left out.
  public let dropped: [RotaAnswer.LeftOut]

  /// What the demand is to be matched with.
  public struct Team: Sendable, Hashable {
    public var staff: [WeeklyStaff]
    /// Settings, with the setting's id as the place's, and the bases where shifts begin and end.
    public var places: [RotaProblem.Place]
    public var formula: TravelFormula
    public var matrix: TravelMatrix
    public var weights: RotaProblem.Weights
    /// The rota that people already hold for this week.
    public var published: [RotaAnswer.Assignment]
    /// Who saw each series last; they are preferred.
    public var lastSeen: [SeriesID: [StaffID]]
    /// What is fixed of visits by hand, with days from Monday.
    public var pins: [VisitID: RotaProblem.Pin]
    /// What earlier weeks leave behind; where it knows a series, it says who is preferred.
    public var history = RotaHistory()
    public var carryOver = CarryOver()
    /// Days from Monday, 1 to 7.
    public var days: Int
    /// Visits start on multiples of this many minutes, and travel is rounded up to it.
    public var step: Int

    public init(
      staff: [WeeklyStaff],
      places: [RotaProblem.Place],
      formula: TravelFormula = TravelFormula(),
      matrix: TravelMatrix = TravelMatrix(),
      weights: RotaProblem.Weights = RotaProblem.Weights(),
      published: [RotaAnswer.Assignment] = [],
      lastSeen: [SeriesID: [StaffID]] = [:],
      pins: [VisitID: RotaProblem.Pin] = [:],
      days: Int = 5,
      step: Int = 5
    ) {
      self.staff = staff
      self.places = places
      self.formula = formula
      self.matrix = matrix
      self.weights = weights
      self.published = published
      self.lastSeen = lastSeen
      self.pins = pins
      self.days = days
      self.step = step
    }
  }

  /// Days are counted from the week's Monday. Windows on days that the calendar has closed since the demand
  /// was derived are dropped, and with them visits that have none left and visits that must follow these.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.problem-invalid` when the parts do not fit together.
  public init(
    _ name: String,
    week: SchoolWeek,
    demand: [DemandVisit],
    team: Team,
    calendar: SchoolCalendar
  ) throws {
    let days = min(max(team.days, 1), 7)
    let places = team.places.sorted { $0.id < $1.id }
    let staff = team.staff.sorted { $0.id < $1.id }
    let (kept, dropped) = Self.sift(demand, week, days, Set(places.map(\.id)), calendar, team)
    let visited = Set(kept.map { PlaceID($0.visit.setting.rawValue) })
    let travel = TravelEstimate(
      places: places.map {
        TravelEstimate.Place(id: $0.id, coordinate: $0.coordinate, isBase: !visited.contains($0.id))
      },
      formula: team.formula,
      matrix: team.matrix,
      step: team.step
    )
    let onRota = staff.map { $0.onRota(week, days, calendar) }
    let lastSeen = Self.lastSeen(by: Set(onRota.filter { !$0.shifts.isEmpty }.map(\.id)), team)
    let known = Set(staff.map(\.id))
    let problem = try RotaProblem(
      name: name,
      horizon: RotaProblem.Horizon(start: week.monday, days: days, step: team.step),
      places: places,
      travel: travel.table,
      staff: onRota,
      visits: kept.map {
        $0.visit.onRota($0.windows, lastSeen: lastSeen, known: known).replacing(pin: team.pins[$0.visit.id])
      },
      series: Self.series(of: kept.map(\.visit)),
      published: team.published,
      weights: team.weights
    )
    self.problem = try problem.sharing(team.history, rules: team.carryOver.fairness)
    self.travel = travel
    self.dropped = dropped
  }
}

extension WeeklyStaff {
  fileprivate func onRota(_ week: SchoolWeek, _ days: Int, _ calendar: SchoolCalendar) -> RotaProblem.Staff {
    RotaProblem.Staff(
      id: self.id,
      name: self.name,
      role: self.role,
      skills: self.skills,
      shifts: self.shifts(in: week, days: days, calendar: calendar),
      weekMinutes: self.weekMinutes,
      contactMinutes: self.contactMinutes,
      rest: self.rest
    )
  }
}

extension DemandVisit {
  fileprivate func onRota(
    _ windows: [RotaProblem.Window],
    lastSeen: [SeriesID: [StaffID]],
    known: Set<StaffID>
  ) -> RotaProblem.Visit {
    let before = self.series.flatMap { lastSeen[$0] } ?? []
    var preferred: [StaffID] = []
    for person in before + self.preferStaff where known.contains(person) && !preferred.contains(person) {
      preferred.append(person)
    }
    return RotaProblem.Visit(
      id: self.id,
      place: PlaceID(self.setting.rawValue),
      minutes: self.minutes,
      kind: self.kind,
      slots: self.slots,
      windows: windows,
      weight: self.weight,
      preferStaff: preferred,
      series: self.series,
      after: self.after
    )
  }
}
