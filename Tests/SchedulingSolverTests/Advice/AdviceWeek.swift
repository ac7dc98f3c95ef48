// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// A base and a nursery 10 minutes apart, Monday alone, people on shift 09:00 to 11:00, visits of 30 minutes at
/// the nursery inside the shift.
enum AdviceWeek {
  static let morning = RotaProblem.Window(day: 0, start: 540, end: 660)

  static func person(_ id: String, skills: Set<String> = ["group"], contact: Int? = nil) -> RotaProblem.Staff {
    RotaProblem.Staff(
      id: StaffID(id),
      name: "Person \(id)",
      role: "practitioner",
      skills: skills,
      shifts: [.init(day: 0, start: 540, end: 660, from: PlaceID("base"), to: PlaceID("s1"))],
      contactMinutes: contact
    )
  }

  static func visit(
    _ id: String,
    minutes: Int = 30,
    skill: String = "group",
    weight: Int = 100,
    windows: [RotaProblem.Window] = [morning],
    series: String? = nil
  ) -> RotaProblem.Visit {
    RotaProblem.Visit(
      id: VisitID(id),
      place: PlaceID("s1"),
      minutes: minutes,
      kind: "group",
      slots: [[skill]],
      windows: windows,
      weight: weight,
      series: series.map { SeriesID($0) }
    )
  }

  static func problem(
    _ visits: [RotaProblem.Visit],
    staff: [RotaProblem.Staff] = [person("p1")],
    series: [RotaProblem.Series] = [],
    rooms: Int = 2
  ) throws -> RotaProblem {
    var weights = RotaProblem.Weights()
    weights.travel = 1
    return try RotaProblem(
      name: "advice",
      horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 1, step: 5),
      places: [
        .init(id: PlaceID("base"), name: "Team base", rooms: 99),
        .init(id: PlaceID("s1"), name: "First nursery", rooms: rooms),
      ],
      travel: try #require(.init(count: 2, minutes: [0, 10, 10, 0])),
      staff: staff,
      visits: visits,
      series: series,
      weights: weights
    )
  }

  /// Assignments of `p1` on Monday, breaks none, everything else told as left out.
  static func answer(_ problem: RotaProblem, _ placed: [(String, Int)]) -> RotaAnswer {
    problem.answer(
      placed.map {
        RotaAnswer.Assignment(visit: VisitID($0.0), staff: [StaffID("p1")], day: 0, start: $0.1)
      }
    )
  }
}
