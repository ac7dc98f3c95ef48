// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Takes a part of a plan out; the parts are chosen so that what is taken out can change places.
struct Ruin {
  /// Visits taken out a round, on average.
  let size: Int
  let longestString = 10

  func take(from editor: inout PlanEditor, random: inout SeededGenerator) {
    guard editor.problem.visits > 0, editor.problem.shifts > 0 else { return }
    let isMeeting = editor.problem.joint.count > 0 && random.below(100) < 6
    switch random.below(100) {
    case _ where isMeeting: self.meetings(&editor, &random)
    case 0..<55: self.strings(&editor, &random)
    case 55..<65: self.scattered(&editor, &random)
    case 65..<78: self.days(&editor, &random)
    case 78..<90: self.series(&editor, &random)
    default: self.newcomer(&editor, &random)
    }
    editor.settle()
  }

  /// Strings of neighbouring stops on routes around one visit (slack induction by string removals:
  /// J. Christiaens, G. Vanden Berghe, Transportation Science 54(2), 2020).
  private func strings(_ editor: inout PlanEditor, _ random: inout SeededGenerator, around given: Int? = nil) {
    let problem = editor.problem
    let seed = given ?? random.below(problem.visits)
    let placed = problem.visits - editor.plan.sums.leftOut
    let routes = max(1, editor.plan.sums.shiftsUsed)
    let typical = min(self.longestString, max(1, placed / routes))
    let mostRoutes = max(1, 4 * self.size / (1 + typical) - 1)
    var routesLeft = 1 + random.below(mostRoutes)
    var ruined: [Int] = []
    let range = problem.nearRange[seed]..<problem.nearRange[seed + 1]
    for step in -1..<range.count {
      guard routesLeft > 0 else { break }
      let visit = step < 0 ? seed : problem.near[range.lowerBound + step]
      guard editor.isPlaced(visit) else { continue }
      let shift = editor.plan.holder[problem.slot[visit]]
      if ruined.contains(shift) { continue }
      let count = editor.plan.count[shift]
      let length = 1 + random.below(max(1, min(count, typical)))
      self.string(around: visit, on: shift, length: length, &editor, &random)
      ruined.append(shift)
      routesLeft -= 1
    }
  }

  private func string(
    around visit: Int,
    on shift: Int,
    length: Int,
    _ editor: inout PlanEditor,
    _ random: inout SeededGenerator
  ) {
    let first = shift * editor.problem.stopLimit
    let count = editor.plan.count[shift]
    guard let position = (0..<count).first(where: { editor.plan.stops[first + $0] == visit }) else { return }
    let length = min(length, count)
    let lowest = max(0, position - length + 1)
    let highest = min(position, count - length)
    let begin = lowest + random.below(max(1, highest - lowest + 1))
    let victims = (begin..<(begin + length)).map { editor.plan.stops[first + $0] }
    for victim in victims { editor.takeOut(victim) }
  }

  /// A joint visit with its neighbours on every route it stands on, so that another start for it can be found.
  private func meetings(_ editor: inout PlanEditor, _ random: inout SeededGenerator) {
    let problem = editor.problem
    let visit = problem.joint[random.below(problem.joint.count)]
    guard editor.isPlaced(visit) else { return self.strings(&editor, &random, around: visit) }
    let shifts = (problem.slot[visit]..<problem.slot[visit + 1]).map { editor.plan.holder[$0] }
    for shift in shifts {
      let first = shift * problem.stopLimit
      for other in (0..<editor.plan.count[shift]).map({ editor.plan.stops[first + $0] })
      where other != visit && random.below(3) > 0 { editor.takeOut(other) }
    }
    editor.takeOut(visit)
  }

  private func scattered(_ editor: inout PlanEditor, _ random: inout SeededGenerator) {
    for _ in 0..<(1 + random.below(2 * self.size)) { editor.takeOut(random.below(editor.problem.visits)) }
  }

  /// All stops of one to three working days of one day or of one person.
  private func days(_ editor: inout PlanEditor, _ random: inout SeededGenerator) {
    let problem = editor.problem
    let seed = random.below(problem.shifts)
    let samePerson = random.below(2) == 0
    let alike = (0..<problem.shifts).filter {
      samePerson ? problem.person[$0] == problem.person[seed] : problem.day[$0] == problem.day[seed]
    }
    for round in 0..<(1 + random.below(3)) {
      let shift = round == 0 ? seed : alike[random.below(alike.count)]
      let first = shift * problem.stopLimit
      for victim in (0..<editor.plan.count[shift]).map({ editor.plan.stops[first + $0] }) {
        editor.takeOut(victim)
      }
    }
  }

  /// Whole series near one another; single visits where the seed has no series.
  private func series(_ editor: inout PlanEditor, _ random: inout SeededGenerator) {
    let problem = editor.problem
    let seed = random.below(problem.visits)
    var left = 1 + random.below(self.size)
    let range = problem.nearRange[seed]..<problem.nearRange[seed + 1]
    for step in -1..<range.count {
      guard left > 0 else { break }
      let visit = step < 0 ? seed : problem.near[range.lowerBound + step]
      if step >= 0 && random.below(3) == 0 { continue }
      left -= 1
      let series = problem.series[visit]
      guard series >= 0 else {
        editor.takeOut(visit)
        continue
      }
      for index in problem.seriesRange[series]..<problem.seriesRange[series + 1] {
        editor.takeOut(problem.seriesMember[index])
      }
    }
  }

  /// Room for a visit that is left out: part of a few working days that could take it.
  private func newcomer(_ editor: inout PlanEditor, _ random: inout SeededGenerator) {
    let problem = editor.problem
    var visit = random.below(problem.visits)
    for _ in 0..<40 where editor.isPlaced(visit) || problem.impossible[visit] == 1 {
      visit = random.below(problem.visits)
    }
    for slot in problem.slot[visit]..<problem.slot[visit + 1] {
      let range = problem.candidateRange[slot]..<problem.candidateRange[slot + 1]
      guard !range.isEmpty else { continue }
      for _ in 0..<(1 + random.below(3)) {
        let shift = problem.candidate[range.lowerBound + random.below(range.count)]
        let count = editor.plan.count[shift]
        guard count > 0 else { continue }
        let stop = editor.plan.stops[shift * problem.stopLimit + random.below(count)]
        self.string(around: stop, on: shift, length: 1 + random.below(count), &editor, &random)
      }
    }
  }
}
