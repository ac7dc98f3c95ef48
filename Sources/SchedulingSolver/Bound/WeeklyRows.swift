// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// The rules that tie person-days together, as rows of a linear program over routes and a few loose variables.
///
/// Rows, in this order: one a slot (held once, or its visit left out), one a piece (at most one route), then the weekly rules. Every rule
/// is one that all rotas keep, so that adding it never cuts a rota off.
struct WeeklyRows {
  struct Term {
    let row: Int
    let value: Int
  }

  /// A variable that no route carries.
  struct Loose {
    var cost: Int
    var lower: Int
    var upper: Int
    var terms: [Term]
  }

  /// `nil` = no limit.
  private(set) var lower: [Int?] = []
  private(set) var upper: [Int?] = []
  /// The first entries are one a visit: 1 where it is left out.
  private(set) var loose: [Loose] = []
  /// By piece and node: what the node adds to weekly rows.
  private(set) var nodeTerms: [[[Term]]]
  /// By piece: rows to which every unit of travel and visit adds 1 times the value.
  private(set) var workTerms: [[Term]]
  /// By weight: the row that counts how many visits of that weight are left out, and the visits.
  private(set) var leftOutRows: [(weight: Int, row: Int, visits: [Int])] = []

  init(_ problem: RotaProblem, pieces: [PieceNetwork], firstSlot: [Int], unit: Int) {
    self.nodeTerms = pieces.map { $0.nodes.map { _ in [] } }
    self.workTerms = pieces.map { _ in [] }
    let slots = firstSlot[firstSlot.count - 1]
    self.lower = Array(repeating: 1, count: slots) + Array(repeating: nil, count: pieces.count)
    self.upper = Array(repeating: nil, count: slots) + Array(repeating: 1, count: pieces.count)
    self.loose = problem.visits.enumerated().map { position, visit in
      Loose(
        cost: visit.weight, lower: 0, upper: 1,
        terms: (firstSlot[position]..<firstSlot[position + 1]).map { Term(row: $0, value: 1) })
    }
    self.addLeftOutRows(problem)
    let index = NodeIndex(pieces: pieces, visits: problem.visits.count)
    self.addWeekMinutes(problem, pieces, unit: unit)
    self.addSeriesGaps(problem, index, firstSlot)
    self.addSeriesStaff(problem, index, firstSlot)
    self.addJointDays(problem, index, firstSlot)
    self.addOrder(problem, index, firstSlot)
    self.addBalance(problem, index)
    for visit in problem.visits.indices where self.isTied(problem.visits[visit]) {
      for slot in firstSlot[visit]..<firstSlot[visit + 1] { self.upper[slot] = 1 }
    }
    for visit in problem.visits {
      for rule in visit.after {
        guard let earlier = problem.visitIndex[rule.visit] else { continue }
        for slot in firstSlot[earlier]..<firstSlot[earlier + 1] { self.upper[slot] = 1 }
      }
    }
  }

  /// Weekly rows hold the visit: then covering it twice would weaken them.
  private func isTied(_ visit: RotaProblem.Visit) -> Bool {
    visit.series != nil || visit.slots.count > 1 || !visit.after.isEmpty
  }

  /// Where each visit may stand: piece, node in it, day and person.
  private struct NodeIndex {
    struct Entry {
      let piece: Int
      let node: Int
      let slot: Int
      let day: Int
      let person: Int
    }
    private(set) var of: [[Entry]]

    init(pieces: [PieceNetwork], visits: Int) {
      self.of = Array(repeating: [], count: visits)
      for (piece, network) in pieces.enumerated() {
        for (node, entry) in network.nodes.enumerated() {
          self.of[entry.visit].append(
            Entry(piece: piece, node: node, slot: entry.slot, day: network.day, person: network.person))
        }
      }
    }
  }

  private mutating func addRow(lower: Int?, upper: Int?) -> Int {
    self.lower.append(lower)
    self.upper.append(upper)
    return self.lower.count - 1
  }

  private mutating func add(_ value: Int, to row: Int, at entry: NodeIndex.Entry) {
    self.nodeTerms[entry.piece][entry.node].append(Term(row: row, value: value))
  }

  /// Not a rule but a count to branch on: how many visits of a weight are left out is a whole number.
  private mutating func addLeftOutRows(_ problem: RotaProblem) {
    let byWeight = Dictionary(grouping: problem.visits.indices) { problem.visits[$0].weight }
    for (weight, visits) in byWeight.sorted(by: { $0.key > $1.key }) {
      let row = self.addRow(lower: 0, upper: visits.count)
      for visit in visits { self.loose[visit].terms.append(Term(row: row, value: 1)) }
      self.leftOutRows.append((weight, row, visits))
    }
  }

  private mutating func addWeekMinutes(_ problem: RotaProblem, _ pieces: [PieceNetwork], unit: Int) {
    for (person, staff) in problem.staff.enumerated() {
      guard let limit = staff.weekMinutes else { continue }
      let mine = pieces.indices.filter { pieces[$0].person == person }
      let most = mine.reduce(0) { $0 + pieces[$1].width * unit }
      guard limit < most else { continue }
      let row = self.addRow(lower: nil, upper: limit / unit)
      for piece in mine { self.workTerms[piece].append(Term(row: row, value: 1)) }
    }
  }

  /// In any run of `gap_days` days lies at most one visit of a series.
  private mutating func addSeriesGaps(_ problem: RotaProblem, _ index: NodeIndex, _ firstSlot: [Int]) {
    for (position, series) in problem.series.enumerated() where series.gapDays > 0 {
      let members = self.members(of: position, problem)
      guard members.count > 1 else { continue }
      let last = max(0, problem.horizon.days - series.gapDays)
      for first in 0...last {
        let days = first..<(first + series.gapDays)
        let entries = members.flatMap { visit in
          index.of[visit].filter { days.contains($0.day) && $0.slot == firstSlot[visit] }
        }
        guard Set(entries.map { $0.slot }).count > 1 else { continue }
        let row = self.addRow(lower: nil, upper: 1)
        for entry in entries { self.add(1, to: row, at: entry) }
      }
    }
  }

  /// A series uses one list of people, or pays for each further one; counted by the people of single visits.
  private mutating func addSeriesStaff(_ problem: RotaProblem, _ index: NodeIndex, _ firstSlot: [Int]) {
    var rows = 0
    for (position, series) in problem.series.enumerated() where series.sameStaff != .any {
      let isRequired = series.sameStaff == .require
      guard isRequired || problem.weights.seriesStaff > 0 else { continue }
      let members = self.members(of: position, problem).filter { firstSlot[$0 + 1] - firstSlot[$0] == 1 }
      guard members.count > 1 else { continue }
      let people = Set(members.flatMap { index.of[$0].map(\.person) }).sorted()
      guard people.count > 1, rows + people.count * members.count <= Self.mostSeriesStaffRows else { continue }
      rows += people.count * members.count
      let lists = self.addRow(lower: nil, upper: 1)
      if !isRequired {
        self.loose.append(
          Loose(
            cost: problem.weights.seriesStaff, lower: 0, upper: max(0, min(people.count, members.count) - 1),
            terms: [Term(row: lists, value: -1)]))
      }
      for person in people {
        var used = Loose(cost: 0, lower: 0, upper: 1, terms: [Term(row: lists, value: 1)])
        for visit in members {
          let entries = index.of[visit].filter { $0.person == person }
          guard !entries.isEmpty else { continue }
          let row = self.addRow(lower: nil, upper: 0)
          for entry in entries { self.add(1, to: row, at: entry) }
          used.terms.append(Term(row: row, value: -1))
        }
        self.loose.append(used)
      }
    }
  }

  /// Beyond this many rows the people of further series are not held together; the bound stays one.
  private static let mostSeriesStaffRows = 6_000

  /// The people of a joint visit are there on the same day.
  private mutating func addJointDays(_ problem: RotaProblem, _ index: NodeIndex, _ firstSlot: [Int]) {
    for visit in problem.visits.indices {
      let lead = firstSlot[visit]
      for slot in (lead + 1)..<max(lead + 1, firstSlot[visit + 1]) {
        for day in Set(index.of[visit].map(\.day)).sorted() {
          let row = self.addRow(lower: 0, upper: 0)
          for entry in index.of[visit] where entry.day == day {
            if entry.slot == lead { self.add(1, to: row, at: entry) }
            if entry.slot == slot { self.add(-1, to: row, at: entry) }
          }
        }
      }
    }
  }

  /// What comes after another visit is left out with it, and lies on no earlier day than it and the gap allow.
  private mutating func addOrder(_ problem: RotaProblem, _ index: NodeIndex, _ firstSlot: [Int]) {
    for (later, visit) in problem.visits.enumerated() {
      for rule in visit.after {
        guard let earlier = problem.visitIndex[rule.visit], earlier != later else { continue }
        let together = self.addRow(lower: 0, upper: nil)
        self.loose[later].terms.append(Term(row: together, value: 1))
        self.loose[earlier].terms.append(Term(row: together, value: -1))
        // Days that must lie between the two, given that each lies inside its day.
        let apart = rule.gapMinutes + problem.visits[earlier].minutes + visit.minutes - 1_440
        let least = apart > 0 ? (apart + 1_439) / 1_440 : -(-apart / 1_440)
        for day in Set(index.of[later].map(\.day)).sorted() {
          let row = self.addRow(lower: nil, upper: 0)
          for entry in index.of[later] where entry.day <= day && entry.slot == firstSlot[later] {
            self.add(1, to: row, at: entry)
          }
          for entry in index.of[earlier] where entry.day <= day - least && entry.slot == firstSlot[earlier] {
            self.add(-1, to: row, at: entry)
          }
        }
      }
    }
  }

  /// The distance of the loads of a role. A load is rounded down, so that it may lie nearly one below its share.
  private mutating func addBalance(_ problem: RotaProblem, _ index: NodeIndex) {
    guard problem.weights.balance > 0 else { return }
    let shifts = problem.staff.map { $0.shifts.reduce(0) { $0 + $1.end - $1.start } }
    let groups = Dictionary(grouping: problem.staff.indices.filter { shifts[$0] > 0 }) { problem.staff[$0].role }
    for (_, people) in groups.sorted(by: { $0.key < $1.key }) where people.count > 1 {
      // most - least <= spread + 1, each in hundredths of a load.
      let spread = self.addRow(lower: nil, upper: Self.loadScale)
      self.loose.append(
        Loose(
          cost: problem.weights.balance, lower: 0, upper: 100, terms: [Term(row: spread, value: -Self.loadScale)]))
      var most = Loose(cost: 0, lower: 0, upper: 100 * Self.loadScale, terms: [Term(row: spread, value: 1)])
      var least = Loose(cost: 0, lower: 0, upper: 100 * Self.loadScale, terms: [Term(row: spread, value: -1)])
      for person in people {
        // Load in hundredths, rounded towards what allows more: up for the least, down for the most.
        let above = self.addRow(lower: nil, upper: 0)
        let below = self.addRow(lower: 0, upper: nil)
        most.terms.append(Term(row: above, value: -1))
        least.terms.append(Term(row: below, value: -1))
        for (visit, entries) in index.of.enumerated() {
          for entry in entries where entry.person == person {
            let share = 100 * Self.loadScale * problem.visits[visit].minutes
            self.add(share / shifts[person], to: above, at: entry)
            self.add((share + shifts[person] - 1) / shifts[person], to: below, at: entry)
          }
        }
      }
      self.loose.append(most)
      self.loose.append(least)
    }
  }

  private static let loadScale = 100

  private func members(of series: Int, _ problem: RotaProblem) -> [Int] {
    problem.visits.indices.filter { visit in
      problem.visits[visit].series.flatMap { problem.seriesIndex[$0] } == series
    }
  }
}
