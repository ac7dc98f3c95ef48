// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

extension Reading {
  /// The week's problem from the demand, the team, the places and the travel times that are kept.
  ///
  /// - Parameters:
  ///   - history: what the weeks before leave behind; see ``weeksBehind(_:_:counting:)``.
  ///   - extra: settings that have to be among the places although no visit is asked for there.
  /// - Throws: `record.not-found` when nothing is asked for or nobody works; `record.not-valid` for a pin to
  ///   someone who is not on the rota.
  func weeklyRota(
    _ week: SchoolWeek, _ rules: WeekRules, after history: RotaHistory, also extra: [PlaceID] = []
  ) throws -> WeeklyRota {
    let series = Dictionary(
      try self.series().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let demand = try self.visits(in: week).map { try $0.visit(of: $0.series.flatMap { series[$0] }) }
    guard !demand.isEmpty else {
      throw Fault(
        .notFound, "nothing is asked for in \(week)", maybe: "run 'elsec demand derive --week \(week) --apply'")
    }
    let staff = try self.team(in: week, rules)
    guard !staff.isEmpty else {
      throw Fault(.notFound, "nobody has shifts in \(week)", maybe: "import the staff with their shifts")
    }
    let wanted = Set(demand.map { PlaceID($0.setting.rawValue) }).union(
      staff.flatMap { $0.shifts.flatMap { [$0.from, $0.to] } }
    ).union(extra)
    var team = WeeklyRota.Team(
      staff: staff, places: try self.places(for: self.staff(on: week.monday)).filter { wanted.contains($0.id) })
    team.formula = rules.travel
    team.matrix = try TravelMatrix(
      self.travelMinutes().map {
        TravelMatrix.Row(
          origin: PlaceID($0.origin), destination: PlaceID($0.destination), minutes: $0.minutes,
          source: $0.source, date: $0.asAt)
      })
    team.weights = rules.weights
    team.step = rules.step
    team.published = try self.publishedRota(for: week).map { try self.wholeAssignments(of: $0) } ?? []
    team.pins = try self.pins(in: week, known: Set(staff.map(\.id)))
    team.history = history
    team.carryOver = rules.carryOver
    return try WeeklyRota(
      "\(self.area) \(week)", week: week, demand: demand, team: team, calendar: try self.schoolCalendar())
  }

  private func pins(in week: SchoolWeek, known: Set<StaffID>) throws -> [VisitID: RotaProblem.Pin] {
    try Dictionary(
      self.pins(in: week).map { pin in
        if let stranger = pin.staff.first(where: { !known.contains($0) }) {
          throw Fault(
            .notValid, "the visit is pinned to \(stranger), who does not work in \(week)", at: "visit \(pin.visit)",
            maybe: "import their shifts again, or cancel the visit and ask for it anew")
        }
        return (
          pin.visit,
          RotaProblem.Pin(
            staff: pin.staff.isEmpty ? nil : pin.staff, day: pin.day?.days(since: week.monday), start: pin.start)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  func wholeAssignments(of rota: RotaRecord) throws -> [RotaAnswer.Assignment] {
    Dictionary(grouping: try self.assignments(of: rota.id), by: \.visit).values
      .compactMap { rows -> RotaAnswer.Assignment? in
        let rows = rows.sorted { $0.slot < $1.slot }
        return rows.first.map {
          RotaAnswer.Assignment(
            visit: $0.visit, staff: rows.map(\.staff), day: $0.day.days(since: rota.week.monday), start: $0.start)
        }
      }
      .sorted { $0.visit < $1.visit }
  }
}
