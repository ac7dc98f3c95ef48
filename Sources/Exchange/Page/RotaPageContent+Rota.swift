// SPDX-License-Identifier: Apache-2.0

public import Scheduling
import Vocabulary

extension RotaPageContent {
  /// Lays a rota out by person and day.
  ///
  /// People stand in the problem's order, and only places that a shift or a visit uses are taken. Travel
  /// to a visit ends when the visit starts: nobody leaves earlier than they must; travel back begins when
  /// the last visit ends. Assignments that name a visit, a person or a day the problem does not have are
  /// passed over: whether an answer is right is for the referee.
  public init(
    area: String,
    problem: RotaProblem,
    answer: RotaAnswer,
    publication: String,
    isMadeUp: Bool = false,
    costs: [Cost] = [],
    travelStatement: String
  ) {
    let horizon = problem.horizon
    let bases = Set(problem.staff.flatMap { $0.shifts.flatMap { [$0.from, $0.to] } })
    let used = bases.union(problem.visits.map(\.place))
    self.init(
      area: area,
      week: SchoolWeek(containing: horizon.start),
      days: (0..<max(0, horizon.days)).map { horizon.start.adding(days: $0) },
      publication: publication,
      isMadeUp: isMadeUp,
      places: problem.places.filter { used.contains($0.id) }.map {
        Place(id: $0.id, name: $0.name, coordinate: $0.coordinate, isBase: bases.contains($0.id))
      },
      people: problem.staff.map { person in
        Person(
          id: person.id,
          name: person.name,
          role: person.role,
          days: (0..<max(0, horizon.days)).map { Self.day($0, of: person, problem, answer) },
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
      travelStatement: travelStatement
    )
  }

  private static func day(
    _ day: Int,
    of person: RotaProblem.Staff,
    _ problem: RotaProblem,
    _ answer: RotaAnswer
  ) -> Day? {
    guard let shift = person.shifts.first(where: { $0.day == day }) else { return nil }
    let visits = answer.assignments
      .filter { $0.day == day && $0.staff.contains(person.id) }
      .compactMap { assignment in
        problem.visitIndex[assignment.visit].map { (assignment, problem.visits[$0]) }
      }
      .sorted { ($0.0.start, $0.1.id) < ($1.0.start, $1.1.id) }
    guard !visits.isEmpty else { return Day(start: shift.start, end: shift.end, stretches: []) }
    let rest = answer.breaks.first { $0.staff == person.id && $0.day == day }
      .map { rest in rest.start..<(rest.start + (person.rest?.minutes ?? 0)) }

    var stretches: [Stretch] = []
    var place = shift.from
    var free = shift.start
    for (assignment, visit) in visits {
      let others = assignment.staff.filter { $0 != person.id }
        .compactMap { problem.staffIndex[$0].map { problem.staff[$0].name } }
      let minutes = Self.minutes(problem, place, visit.place)
      if let travel = Self.travel(
        from: place,
        to: visit.place,
        minutes,
        between: free,
        and: assignment.start,
        around: rest
      ) {
        stretches.append(travel)
      }
      let end = assignment.start + visit.minutes
      stretches.append(
        Stretch(
          start: assignment.start,
          end: end,
          what: .visit(visit.id, kind: visit.kind, place: visit.place, with: others)
        )
      )
      (place, free) = (visit.place, end)
    }
    let home = Self.minutes(problem, place, shift.to)
    if home > 0 {
      let clash = rest.map { $0.lowerBound < free + home && free < $0.upperBound } ?? false
      let leave = clash ? (rest?.upperBound ?? free) : free
      stretches.append(
        Stretch(start: leave, end: leave + home, what: .travel(from: place, to: shift.to))
      )
    }
    if let rest { stretches.append(Stretch(start: rest.lowerBound, end: rest.upperBound, what: .rest)) }
    return Day(start: shift.start, end: shift.end, stretches: stretches.sorted { $0.start < $1.start })
  }

  /// Wholly after the break where there is room, else wholly before it; as late as can be.
  private static func travel(
    from: PlaceID,
    to: PlaceID,
    _ minutes: Int,
    between free: Int,
    and start: Int,
    around rest: Range<Int>?
  ) -> Stretch? {
    guard minutes > 0 else { return nil }
    var end = start
    if let rest, rest.lowerBound >= free, rest.upperBound <= start, rest.upperBound > start - minutes {
      end = rest.lowerBound
    }
    return Stretch(start: end - minutes, end: end, what: .travel(from: from, to: to))
  }

  private static func minutes(_ problem: RotaProblem, _ from: PlaceID, _ to: PlaceID) -> Int {
    guard let from = problem.placeIndex[from], let to = problem.placeIndex[to] else { return 0 }
    return problem.minutes(from: from, to: to)
  }
}
