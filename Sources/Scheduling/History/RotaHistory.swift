// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What earlier weeks leave behind: what each person has carried, and who has seen each series.
public struct RotaHistory: Sendable, Hashable {
  /// By person; everyone who had a shift in one of the weeks.
  public private(set) var loads: [StaffID: CarriedLoad] = [:]
  /// By series; those that were seen at least once.
  public private(set) var seen: [SeriesID: SeriesFaces] = [:]

  /// Nothing is known.
  public init() {}

  /// - Parameter weeks: in any order, no week twice.
  public init(_ weeks: [PastWeek], rules: CarryOver.Fairness) {
    for week in weeks.sorted(by: { $0.week < $1.week }) {
      let rota = week.held
      self.addLoads(of: rota, rules)
      self.addFaces(of: rota)
    }
  }

  private mutating func addLoads(of rota: PlacedRota, _ rules: CarryOver.Fairness) {
    let problem = rota.problem
    for person in problem.staff where !person.shifts.isEmpty {
      self.loads[person.id, default: CarriedLoad()].shiftMinutes +=
        person.shifts.reduce(0) { $0 + $1.end - $1.start }
    }
    for day in rota.days {
      guard let frame = day.frame, let lastEnd = day.visits.map(\.end).max() else { continue }
      var load = self.loads[problem.staff[day.staff].id] ?? CarriedLoad()
      load.driveMinutes += day.travelMinutes
      if rules.isLate(lastEnd: lastEnd, home: lastEnd + (day.legs.last ?? 0)) { load.lateFinishes += 1 }
      load.hardVisits += day.visits.count { visit in
        let place = problem.visits[visit.visit].place
        let away = problem.placeIndex[place].map { problem.minutes(from: frame.from, to: $0) } ?? 0
        return rules.isHard(place, minutesAway: away)
      }
      self.loads[problem.staff[day.staff].id] = load
    }
  }

  private mutating func addFaces(of rota: PlacedRota) {
    let problem = rota.problem
    for placement in rota.placements.sorted(by: { ($0.day, $0.start, $0.visit) < ($1.day, $1.start, $1.visit) }) {
      guard let series = problem.visits[placement.visit].series else { continue }
      let staff = placement.staff.map { problem.staff[$0].id }
      let day = problem.horizon.start.adding(days: placement.day)
      self.seen[series, default: SeriesFaces(lastDay: day, last: staff)].add(staff, on: day)
    }
  }

  /// Who should go on seeing a series: those who saw it last and work this week; where none of them does,
  /// everyone who has seen it and works, most often first. Empty for a series nobody has seen.
  public func knownFaces(of series: SeriesID, working: Set<StaffID>) -> [StaffID] {
    guard let faces = self.seen[series] else { return [] }
    let last = faces.last.filter(working.contains)
    guard last.isEmpty else { return last }
    return faces.sessions.filter { working.contains($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
