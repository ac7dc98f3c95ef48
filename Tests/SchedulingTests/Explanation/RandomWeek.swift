// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// Tiny problems with every rule in play, and rotas of them that break none.
enum RandomWeek {
  static func problem(seed: UInt64) throws -> RotaProblem {
    var random = SeededGenerator(seed: seed)
    func some(_ ids: [StaffID]) -> [StaffID] { ids.filter { _ in random.below(3) == 0 } }
    let ids: [StaffID] = ["p1", "p2", "p3"]
    let staff = ids.map { id in
      let days = (0..<3).filter { _ in random.below(5) > 0 }
      let rest = RotaProblem.Break(minutes: 30, earliest: 660, latest: 780, shiftOver: 300)
      return Small.person(
        id,
        role: id == "p3" ? "therapist" : "practitioner",
        skills: random.below(3) > 0 ? ["group", "screen"] : ["screen"],
        shifts: Small.shifts(days, from: 510, to: 510 + 60 * (4 + random.below(4))),
        week: random.below(2) == 0 ? 200 + random.below(300) : nil,
        contact: random.below(2) == 0 ? 60 + random.below(120) : nil,
        rest: random.below(4) > 0 ? rest : nil
      )
    }
    let visits = (0..<9).map { number in
      let days = (0..<3).filter { _ in random.below(2) == 0 }
      let windows = days.flatMap { day -> [RotaProblem.Window] in
        let start = 540 + 30 * random.below(6)
        let morning = RotaProblem.Window(day: day, start: start, end: start + 60 + 10 * random.below(9))
        return random.below(2) == 0
          ? [morning] : [morning, RotaProblem.Window(day: day, start: 780, end: 870)]
      }
      let isPinned = random.below(8) == 0
      return Small.visit(
        VisitID("v\(number)"),
        at: ["base", "s1", "s2"][random.below(3)],
        minutes: 20 + 10 * random.below(5),
        slots: random.below(5) == 0 ? [["screen"], ["group"]] : [["screen"]],
        windows: windows,
        weight: 50 + random.below(400),
        prefer: some(ids),
        forbid: random.below(3) == 0 ? Set(some(ids)) : [],
        liked: Array(windows.prefix(random.below(2))),
        series: number < 6 ? SeriesID("g\(number / 3)") : nil,
        after: number == 7 ? [RotaProblem.Precedence(visit: "v6", gapMinutes: 30)] : [],
        pin: isPinned ? windows.first.map { RotaProblem.Pin(day: $0.day) } : nil
      )
    }
    let series = [
      RotaProblem.Series(id: "g0", gapDays: 1, sameStaff: .prefer),
      RotaProblem.Series(id: "g1", gapDays: 2, sameStaff: .require),
    ]
    return try Small.problem(
      visits,
      staff: staff,
      series: series,
      published: [Small.at("v1", ["p2"], day: 1, 600)],
      step: 10
    ) { weights in
      weights.travel = 1
      weights.preferStaff = 20
      weights.seriesStaff = 60
      weights.preferWindow = 10
      weights.balance = 2
      weights.changedStaff = 40
      weights.changedDay = 40
      weights.changedStart = 10
      weights.shift = 15
    }
  }

  /// Visits one after another at random places among those that fit.
  static func answer(to problem: RotaProblem, seed: UInt64) throws -> RotaAnswer {
    var random = SeededGenerator(seed: seed)
    var assignments: [RotaAnswer.Assignment] = []
    for visit in problem.visits where random.below(6) > 0 {
      let explainer = RotaExplainer(RotaAnswer(problem: "", assignments: assignments), of: problem)
      let fits = try explainer.candidates(for: visit.id).compactMap { candidate in
        candidate.fit.map { Small.at(visit.id, candidate.staff, day: candidate.day, $0.start) }
      }
      if !fits.isEmpty { assignments.append(fits[random.below(fits.count)]) }
    }
    return Small.answer(problem, assignments, breaks: problem.breaks(for: assignments))
  }
}
