// SPDX-License-Identifier: Apache-2.0

public import Scheduling
import Vocabulary

extension RotaPageContent {
  /// Lays a rota out by person and day, journeys and breaks where `DayTimeline` has them.
  ///
  /// People stand in the problem's order, and only places that a shift or a visit uses are taken.
  /// Assignments that name a visit, a person or a day the problem does not have are passed over: whether
  /// an answer is right is for the referee.
  public init(
    area: String,
    problem: RotaProblem,
    answer: RotaAnswer,
    publication: String,
    isMadeUp: Bool = false,
    costs: [Cost] = [],
    travelStatement: String
  ) {
    let table = RotaTable(answer, of: problem)
    let bases = Set(problem.staff.flatMap { $0.shifts.flatMap { [$0.from, $0.to] } })
    let used = bases.union(problem.visits.map(\.place))
    self.init(
      area: area,
      week: SchoolWeek(containing: problem.horizon.start),
      days: (0..<problem.horizon.days).map { problem.horizon.start.adding(days: $0) },
      publication: publication,
      isMadeUp: isMadeUp,
      places: problem.places.filter { used.contains($0.id) }.map { place in
        Place(
          id: place.id,
          name: table.placeName(place.id),
          coordinate: place.coordinate,
          isBase: bases.contains(place.id)
        )
      },
      people: zip(problem.staff, table.rows).map { person, row in
        Person(
          id: row.staff,
          name: row.name,
          role: row.role,
          days: row.cells.map { Self.day($0, table) },
          weekMinutes: person.weekMinutes
        )
      },
      leftOut: answer.unassigned.compactMap { left in
        guard let visit = problem.visitIndex[left.visit].map({ problem.visits[$0] }) else { return nil }
        return LeftOut(
          visit: visit.id,
          kind: visit.kind,
          place: visit.place,
          minutes: visit.minutes,
          reason: left.reason
        )
      },
      costs: costs,
      bound: answer.bound,
      travelStatement: travelStatement
    )
  }

  private static func day(_ cell: RotaTable.Cell, _ table: RotaTable) -> Day? {
    switch cell {
    case .off: return nil
    case .free(let shift): return Day(start: shift.start, end: shift.end, stretches: [])
    case .working(let timeline):
      let stretches = timeline.entries.compactMap { entry -> Stretch? in
        switch entry.activity {
        case .travel(let from, let to):
          Stretch(start: entry.start, end: entry.end, what: .travel(from: from, to: to))
        case .visit(let visit, let place, let kind, let others):
          Stretch(
            start: entry.start,
            end: entry.end,
            what: .visit(visit, kind: kind, place: place, with: others.map { table.staffName($0) })
          )
        case .rest: Stretch(start: entry.start, end: entry.end, what: .rest)
        case .wait: nil
        }
      }
      return Day(
        start: timeline.shift?.start ?? stretches.first?.start ?? 0,
        end: timeline.shift?.end ?? stretches.last?.end ?? 0,
        stretches: stretches
      )
    }
  }
}
