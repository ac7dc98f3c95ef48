// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// The explainer's candidates against the referee on every group of people, day and start there is.
@Suite struct ExactnessTests {
  /// The cheapest total with `visit` placed at every group and day, by trying all starts.
  static func slowly(
    _ problem: RotaProblem,
    _ answer: RotaAnswer,
    _ visit: RotaProblem.Visit
  ) -> [String: (start: Int, total: Int, travel: Int)] {
    let others = answer.assignments.filter { $0.visit != visit.id }
    let ids = problem.staff.map(\.id)
    let groups =
      visit.slots.count == 1
      ? ids.map { [$0] } : ids.flatMap { a in ids.filter { $0 != a }.map { [a, $0] } }
    var found: [String: (start: Int, total: Int, travel: Int)] = [:]
    for group in groups {
      for day in 0..<problem.horizon.days {
        for start in stride(from: 480, through: 960, by: problem.horizon.step) {
          let assignments = others + [Small.at(visit.id, group, day: day, start)]
          let whole = Small.answer(problem, assignments, breaks: problem.breaks(for: assignments))
          let verdict = RotaReferee.check(whole, of: problem)
          guard verdict.isFeasible else { continue }
          let key = "\(group) \(day)"
          if verdict.cost.total < found[key]?.total ?? .max {
            found[key] = (start, verdict.cost.total, verdict.facts.travelMinutes)
          }
        }
      }
    }
    return found
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func candidatesFitExactlyWhereTheRefereeSaysSoAndCostWhatItSays(_ seed: UInt64) throws {
    let problem = try RandomWeek.problem(seed: seed)
    let answer = try RandomWeek.answer(to: problem, seed: seed)
    #expect(RotaReferee.check(answer, of: problem).breaches == [])
    let explainer = RotaExplainer(answer, of: problem)
    var fitting = 0
    for visit in problem.visits {
      let without = Small.answer(problem, answer.assignments.filter { $0.visit != visit.id })
      let bare = RotaReferee.check(without, of: problem)
      let base = bare.cost.total - visit.weight
      let slow = Self.slowly(problem, answer, visit)
      let fast = try explainer.candidates(for: visit.id).compactMap { candidate in
        candidate.fit.map { (key: "\(candidate.staff) \(candidate.day)", fit: $0) }
      }
      #expect(Set(fast.map(\.key)) == Set(slow.keys))
      fitting += fast.count
      for (key, fit) in fast {
        #expect(slow[key]?.start == fit.start)
        #expect(slow[key]?.total == base + fit.cost.total)
        #expect(slow[key]?.travel == bare.facts.travelMinutes + fit.travel)
      }
    }
    #expect(fitting > 5)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func aPlacedVisitsShareAndNextBestAddUpToWhatTheRefereeSays(_ seed: UInt64) throws {
    let problem = try RandomWeek.problem(seed: seed)
    let answer = try RandomWeek.answer(to: problem, seed: seed)
    let total = RotaReferee.check(answer, of: problem).cost.total
    let explainer = RotaExplainer(answer, of: problem)
    for assignment in answer.assignments {
      guard case .placed(let why) = try explainer.explain(assignment.visit), let next = why.next,
        let fit = next.fit, let worse = why.worseBy
      else { continue }
      #expect(why.assignment == assignment)
      let moved = Small.at(assignment.visit, next.staff, day: next.day, fit.start)
      #expect(moved != assignment)
      let others = answer.assignments.filter { $0.visit != assignment.visit } + [moved]
      let verdict = RotaReferee.check(
        Small.answer(problem, others, breaks: problem.breaks(for: others)),
        of: problem
      )
      #expect(verdict.breaches == [])
      #expect(verdict.cost.total - total == worse)
    }
  }
}
