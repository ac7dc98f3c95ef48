// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension BoundModel {
  /// What a sequence of nodes costs on a piece, with the starts that cost least.
  func route(_ nodes: [Int32], on index: Int) -> DayRoute {
    let piece = self.pieces[index]
    var place = piece.from
    var (travel, work, points) = (0, 0, self.problem.weights.shift)
    for node in nodes {
      let entry = piece.nodes[Int(node)]
      travel += Int(piece.legs[place * piece.places + entry.place])
      work += entry.units
      points += entry.points
      place = entry.place
    }
    travel += Int(piece.legs[place * piece.places + piece.to])
    points += travel * self.unit * self.problem.weights.travel
    points += self.starts(of: nodes, on: index)?.points ?? 0
    return DayRoute(nodes: nodes, points: points, work: work + travel)
  }

  /// The days of a rota as routes; days with a visit that the model does not have there are left out.
  func routes(of answer: RotaAnswer) -> [(piece: Int, nodes: [Int32])] {
    var stops: [Int: [(start: Int, node: Int32)]] = [:]
    var broken: Set<Int> = []
    var pieceOf: [[Int]: Int] = [:]
    for (index, piece) in self.pieces.enumerated() { pieceOf[[piece.person, piece.day]] = index }
    for assignment in answer.assignments {
      guard let visit = self.problem.visitIndex[assignment.visit] else { continue }
      for (slot, id) in assignment.staff.enumerated() {
        guard let person = self.problem.staffIndex[id], let piece = pieceOf[[person, assignment.day]] else { continue }
        if let node = self.pieces[piece].nodes.firstIndex(where: { $0.slot == self.firstSlot[visit] + slot }) {
          stops[piece, default: []].append((assignment.start, Int32(node)))
        } else {
          broken.insert(piece)
        }
      }
    }
    return stops.sorted { $0.key < $1.key }.filter { !broken.contains($0.key) }.map { piece, stops in
      (piece, stops.sorted { ($0.start, $0.node) < ($1.start, $1.node) }.map(\.node))
    }
  }

  /// Routes as a rota to begin from, of every piece and every visit the first that comes; it may break rules that tie days
  /// together.
  func answer(of routes: [(piece: Int, nodes: [Int32])]) -> RotaAnswer {
    struct Seat {
      let person: Int
      let day: Int
      let start: Int
    }
    var taken: Set<Int> = []
    var seats: [Int: Seat] = [:]
    for route in routes where taken.insert(route.piece).inserted {
      let piece = self.pieces[route.piece]
      let open = route.nodes.filter { seats[piece.nodes[Int($0)].slot] == nil }
      guard let starts = self.starts(of: open, on: route.piece)?.starts else { continue }
      for (node, start) in zip(open, starts) {
        seats[piece.nodes[Int(node)].slot] = Seat(person: piece.person, day: piece.day, start: start)
      }
    }
    let assignments = self.problem.visits.indices.compactMap { visit -> RotaAnswer.Assignment? in
      let held = (self.firstSlot[visit]..<self.firstSlot[visit + 1]).compactMap { seats[$0] }
      guard held.count == self.problem.visits[visit].slots.count, let lead = held.first,
        held.allSatisfy({ $0.day == lead.day })
      else { return nil }
      return RotaAnswer.Assignment(
        visit: self.problem.visits[visit].id, staff: held.map { self.problem.staff[$0.person].id }, day: lead.day,
        start: held.map(\.start).max() ?? lead.start)
    }
    return RotaAnswer(problem: self.problem.name, assignments: assignments)
  }

  /// The starts, in minutes past midnight, that cost least and then are earliest; `nil` when the order can't be worked.
  func starts(of nodes: [Int32], on index: Int) -> (starts: [Int], points: Int)? {
    let piece = self.pieces[index]
    struct Step {
      let time: Int
      let points: Int
      let isRested: Bool
      let start: Int
      let parent: Int
    }
    let size = piece.width + 1
    var steps = [[Step(time: 0, points: 0, isRested: !piece.isRestDue, start: 0, parent: -1)]]
    var place = piece.from
    for node in nodes {
      let entry = piece.nodes[Int(node)]
      let leg = Int(piece.legs[place * piece.places + entry.place])
      var reached: [Step] = []
      for (parent, step) in (steps.last ?? []).enumerated() {
        var arrivals = [(step.time + leg, step.isRested)]
        if !step.isRested { arrivals.append((Int(piece.restedArrival[leg * size + step.time]), true)) }
        for (arrival, isRested) in arrivals where arrival <= piece.width {
          let row = Int(node) * size
          var start = piece.next[row + arrival]
          while start < PieceNetwork.none, Int(start) + entry.units <= piece.width {
            let more = piece.hasStartPoints[Int(node)] ? Int(piece.startPoints[row + Int(start)]) : 0
            let made = Step(
              time: Int(start) + entry.units, points: step.points + more, isRested: isRested, start: Int(start),
              parent: parent)
            let isWorse = reached.contains {
              $0.time <= made.time && $0.points <= made.points && ($0.isRested || !made.isRested)
            }
            if !isWorse { reached.append(made) }
            start = piece.hasStartPoints[Int(node)] ? piece.cheaper[row + Int(start)] : PieceNetwork.none
          }
        }
      }
      guard !reached.isEmpty else { return nil }
      steps.append(reached)
      place = entry.place
    }
    let leg = Int(piece.legs[place * piece.places + piece.to])
    let ends = (steps.last ?? []).enumerated().filter { _, step in
      step.isRested ? step.time + leg <= piece.width : piece.restedArrival[leg * size + step.time] <= Int32(piece.width)
    }
    guard let best = ends.min(by: { ($0.element.points, $0.element.time) < ($1.element.points, $1.element.time) })
    else {
      return nil
    }
    var starts: [Int] = []
    var position = best.offset
    for level in stride(from: steps.count - 1, to: 0, by: -1) {
      starts.append(steps[level][position].start)
      position = steps[level][position].parent
    }
    let opens = self.problem.staff[piece.person].shifts.first { $0.day == piece.day }?.start ?? 0
    return (starts.reversed().map { opens + $0 * self.unit }, best.element.points)
  }
}
