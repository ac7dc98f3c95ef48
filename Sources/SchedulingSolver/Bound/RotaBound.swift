// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// Proves what no rota of a problem can cost less than, better and better, by column generation and branching.
///
/// The linear program over all day routes (``BoundModel``) is solved by adding the routes that its prices call for. The bound never rests
/// on the linear program's tolerance: for any prices y, rounded to whole fractions of a point,
///
///     y . limits of the rows + cheapest values of the loose variables + sum over the pieces of min(0, cheapest route under y)
///
/// is no more than the cost of any rota (Lagrangian bound), and so is the next cost that weights and travel can make. The program is split
/// by how many visits of a weight are left out, then by which, then by who goes and when; the bound is the lowest over the parts still open.
///
/// G. Desaulniers, J. Desrosiers, M. M. Solomon (eds), Column Generation, Springer 2005; smoothing of prices: P. Wentges, International
/// Transactions in Operational Research 4(2), 1997.
final class RotaBound {
  struct Branch {
    var decisions: [BranchDecision]
    /// Proved for this part, in points; not yet rounded to what costs can be.
    var bound: Double
  }

  struct Column {
    let piece: Int
    let route: DayRoute
  }

  let model: BoundModel
  let program = LinearProgram()
  let pricing: DayPricing
  var columns: [Column] = []
  private var known: [Int: Set<[Int32]>] = [:]
  private let looseCount: Int
  private let helpers: Int

  private(set) var open: [Branch] = []
  private(set) var current: Branch?
  private var closed: [[Bool]]
  private var limitsMoved = true
  private var lowerNow: [Double]
  private var upperNow: [Double]
  private var looseNow: [(lower: Double, upper: Double)]
  /// Prices under which the best bound of the current branch was found.
  private var bestPrices: [Double]?
  private(set) var rounds = 0
  private(set) var branchesDone = 0
  private(set) var prices: [Double] = []
  /// Of the linear program, last solved.
  private(set) var programCost = 0.0
  /// Cost of the best rota known; branches that can't beat it are closed.
  var incumbent: Int?
  /// Set once everything is proved: no rota costs less than this, or than the incumbent.
  private(set) var isFinished = false

  private static let helpPoints = 1_000_000.0

  init(_ model: BoundModel) {
    self.model = model
    self.pricing = DayPricing(isMetric: model.isMetric)
    let rows = model.rows
    self.looseCount = rows.loose.count
    self.helpers = model.slots
    self.closed = model.pieces.map { Array(repeating: false, count: $0.nodes.count) }
    self.lowerNow = rows.lower.map { $0.map(Double.init) ?? -LinearProgram.free }
    self.upperNow = rows.upper.map { $0.map(Double.init) ?? LinearProgram.free }
    self.looseNow = rows.loose.map { (Double($0.lower), Double($0.upper)) }
    self.program.addRows(lower: self.lowerNow, upper: self.upperNow)
    self.program.addColumns(
      cost: rows.loose.map { Double($0.cost) }, lower: self.looseNow.map(\.lower), upper: self.looseNow.map(\.upper),
      terms: rows.loose.map { $0.terms.map { ($0.row, Double($0.value)) } })
    // Lets every row of a slot be met at a price no rota pays, so that the program always has a solution.
    self.program.addColumns(
      cost: Array(repeating: Self.helpPoints, count: self.helpers), lower: Array(repeating: 0, count: self.helpers),
      upper: Array(repeating: 1, count: self.helpers), terms: (0..<self.helpers).map { [($0, 1.0)] })
    self.open = [Branch(decisions: [], bound: 0)]
  }

  // MARK: - What is proved

  /// No rota costs less. 0 at first.
  var bound: Int {
    var lowest = Double.infinity
    for branch in self.open { lowest = min(lowest, branch.bound) }
    if let current = self.current { lowest = min(lowest, current.bound) }
    lowest = min(lowest, self.lowestSettled)
    if lowest == .infinity { return self.incumbent ?? 0 }
    let rounded = self.roundedUp(lowest)
    return self.incumbent.map { min($0, rounded) } ?? rounded
  }

  private func roundedUp(_ points: Double) -> Int {
    let step = Double(self.model.costStep)
    return Int((points / step).rounded(.up)) * self.model.costStep
  }

  private func isClosed(_ bound: Double) -> Bool {
    self.incumbent.map { self.roundedUp(bound) >= $0 } ?? false
  }

  // MARK: - One round

  /// Solves the program once, asks every piece for routes once, and branches where nothing more comes.
  ///
  /// - Parameter goesOn: asked between pieces; `false` gives the round up with nothing lost but its routes.
  func round(goesOn: () -> Bool) {
    guard !self.isFinished else { return }
    if self.current == nil { self.takeBranch() }
    guard self.current != nil else { return }
    self.rounds += 1
    guard self.program.solve(limitsMoved: self.limitsMoved) else {
      // Numerical trouble: the branch keeps the bound it has and is not looked into further.
      self.branch(values: nil)
      return
    }
    self.limitsMoved = false
    self.programCost = self.program.objective
    let exact = self.legal(self.program.prices.map { ($0 * DayPricing.scale).rounded() })
    var asked = exact
    if let best = self.bestPrices, self.smoothing > 0 {
      asked = self.legal(zip(best, exact).map { (self.smoothing * $0 + (1 - self.smoothing) * $1).rounded() })
    }
    guard let outcome = self.price(asked, goesOn: goesOn) else { return }
    let improved = self.take(outcome, asked)
    if let current = self.current, self.isClosed(current.bound) {
      self.closeBranch()
      return
    }
    let distance = self.programCost - outcome.bound
    let added = self.add(outcome.routes)
    if self.effort == .quick {
      // Few routes a piece come any more: the rest is worth a thorough search.
      self.quickRounds += 1
      if added * 5 < self.model.pieces.count || self.quickRounds >= Self.mostQuickRounds { self.effort = .exact }
    } else if added == 0 || (distance < 0.01 && outcome.isExact) {
      if self.smoothing > 0 && asked != exact {
        self.smoothing = 0
        return
      }
      if outcome.isExact || self.mostLabels >= Self.labelCeiling {
        self.branch(values: Array(self.program.values))
        return
      }
      self.mostLabels *= 8
    }
    if !improved && self.smoothing > 0.2 { self.smoothing -= 0.1 }
  }

  private var smoothing = 0.6
  private var mostLabels = 100_000
  private var quickRounds = 0
  private static let mostQuickRounds = 30
  private(set) var effort = DayPricing.Effort.quick
  private static let labelCeiling = 2_000_000

  private struct Outcome {
    var bound: Double
    var isExact: Bool
    var routes: [(piece: Int, nodes: [Int32])]
  }

  /// Prices that a row's limits allow: none below 0 where there is no lower limit's opposite, and the reverse.
  private func legal(_ prices: [Double]) -> [Double] {
    var prices = prices
    for row in prices.indices {
      if prices[row] > 0 && self.lowerNow[row] <= -LinearProgram.free { prices[row] = 0 }
      if prices[row] < 0 && self.upperNow[row] >= LinearProgram.free { prices[row] = 0 }
    }
    return prices
  }

  private func price(_ prices: [Double], goesOn: () -> Bool) -> Outcome? {
    let model = self.model
    let slots = model.slots
    var sum = 0.0
    for row in prices.indices where row < slots || row >= slots + model.pieces.count {
      let price = prices[row]
      if price > 0 { sum += price * self.lowerNow[row] } else if price < 0 { sum += price * self.upperNow[row] }
    }
    for (index, loose) in model.rows.loose.enumerated() {
      var cost = Double(loose.cost) * DayPricing.scale
      for term in loose.terms { cost -= prices[term.row] * Double(term.value) }
      sum += min(cost * self.looseNow[index].lower, cost * self.looseNow[index].upper)
    }
    for slot in 0..<slots { sum += min(0, Self.helpPoints * DayPricing.scale - prices[slot]) }
    var outcome = Outcome(bound: 0, isExact: true, routes: [])
    for (index, piece) in model.pieces.enumerated() {
      guard goesOn() else { return nil }
      let found = self.pricing.cheapest(
        on: piece, self.prices(of: index, under: prices), below: min(0, prices[slots + index]) - Self.tolerance,
        limit: Self.routesAPiece, effort: self.effort, mostLabels: self.mostLabels)
      sum += min(0, found.lowest)
      outcome.isExact = outcome.isExact && found.isExact
      for route in found.routes { outcome.routes.append((index, route.nodes)) }
    }
    outcome.bound = sum / DayPricing.scale
    return outcome
  }

  private static let tolerance = 0.001 * DayPricing.scale
  private static let routesAPiece = 10

  private func prices(of index: Int, under prices: [Double]) -> DayPricing.Prices {
    let piece = self.model.pieces[index]
    let rows = self.model.rows
    var work = 0.0
    for term in rows.workTerms[index] { work += prices[term.row] * Double(term.value) }
    let worth = piece.nodes.indices.map { node -> Double in
      let entry = piece.nodes[node]
      var worth = prices[entry.slot] + work * Double(entry.units) - Double(entry.points) * DayPricing.scale
      for term in rows.nodeTerms[index][node] { worth += prices[term.row] * Double(term.value) }
      return worth
    }
    let weights = self.model.problem.weights
    return DayPricing.Prices(
      worth: worth, travel: Double(weights.travel * self.model.unit) * DayPricing.scale - work,
      fixed: Double(weights.shift) * DayPricing.scale, closed: self.closed[index])
  }

  private func take(_ outcome: Outcome, _ asked: [Double]) -> Bool {
    guard var current = self.current, outcome.bound > current.bound + 1e-9 || self.bestPrices == nil else {
      return false
    }
    current.bound = max(current.bound, outcome.bound)
    self.current = current
    self.bestPrices = asked
    self.prices = asked
    return true
  }

  // MARK: - Columns

  /// Adds routes that are not yet columns; returns how many.
  @discardableResult
  func add(_ routes: [(piece: Int, nodes: [Int32])]) -> Int {
    var fresh: [Column] = []
    for route in routes where self.known[route.piece, default: []].insert(route.nodes).inserted {
      fresh.append(Column(piece: route.piece, route: self.model.route(route.nodes, on: route.piece)))
    }
    self.program.addColumns(
      cost: fresh.map { Double($0.route.points) }, lower: fresh.map { _ in 0 },
      upper: fresh.map { self.isOpen($0) ? LinearProgram.free : 0 }, terms: fresh.map { self.terms(of: $0) })
    self.columns += fresh
    return fresh.count
  }

  private func terms(of column: Column) -> [(row: Int, value: Double)] {
    let piece = self.model.pieces[column.piece]
    let rows = self.model.rows
    var sums: [Int: Int] = [self.model.slots + column.piece: 1]
    for node in column.route.nodes {
      sums[piece.nodes[Int(node)].slot, default: 0] += 1
      for term in rows.nodeTerms[column.piece][Int(node)] { sums[term.row, default: 0] += term.value }
    }
    for term in rows.workTerms[column.piece] { sums[term.row, default: 0] += term.value * column.route.work }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value)) }
  }

  private func isOpen(_ column: Column) -> Bool {
    !column.route.nodes.contains { self.closed[column.piece][Int($0)] }
  }

  private var firstColumn: Int { self.looseCount + self.helpers }

  // MARK: - Branches

  private func takeBranch() {
    self.open.removeAll { self.isClosed($0.bound) }
    guard let index = self.open.indices.min(by: { self.open[$0].bound < self.open[$1].bound }) else {
      self.isFinished = true
      return
    }
    let branch = self.open.remove(at: index)
    self.current = branch
    self.apply(branch.decisions)
    self.bestPrices = nil
    self.smoothing = branch.decisions.isEmpty ? 0.6 : 0.3
    self.mostLabels = 100_000
    self.effort = .quick
    self.quickRounds = 0
  }

  private func closeBranch() {
    self.current = nil
    self.branchesDone += 1
    if self.open.allSatisfy({ self.isClosed($0.bound) }) {
      self.open = []
      self.isFinished = true
    }
  }

  private func apply(_ decisions: [BranchDecision]) {
    let rows = self.model.rows
    let pieces = self.model.pieces
    self.closed = pieces.map { Array(repeating: false, count: $0.nodes.count) }
    self.looseNow = rows.loose.map { (Double($0.lower), Double($0.upper)) }
    for entry in rows.leftOutRows {
      (self.lowerNow[entry.row], self.upperNow[entry.row]) = (0, Double(entry.visits.count))
    }
    func close(_ visit: Int, where isClosed: (Int) -> Bool) {
      for (index, piece) in pieces.enumerated() where isClosed(index) {
        for (node, entry) in piece.nodes.enumerated() where entry.visit == visit { self.closed[index][node] = true }
      }
    }
    for decision in decisions {
      switch decision {
      case .leftOut(let weight, let low, let high):
        let row = rows.leftOutRows[weight].row
        self.lowerNow[row] = max(self.lowerNow[row], Double(low))
        self.upperNow[row] = min(self.upperNow[row], Double(high))
      case .isLeftOut(let visit):
        self.looseNow[visit].lower = 1
        close(visit) { _ in true }
      case .isPlaced(let visit): self.looseNow[visit].upper = 0
      case .belongs(let visit, let person): close(visit) { pieces[$0].person != person }
      case .avoids(let visit, let person): close(visit) { pieces[$0].person == person }
      case .isOn(let visit, let piece):
        self.looseNow[visit].upper = 0
        close(visit) { $0 != piece }
      case .isOff(let visit, let piece): close(visit) { $0 == piece }
      }
    }
    for entry in rows.leftOutRows {
      self.program.setRow(entry.row, lower: self.lowerNow[entry.row], upper: self.upperNow[entry.row])
    }
    for index in self.looseNow.indices {
      self.program.setColumn(index, lower: self.looseNow[index].lower, upper: self.looseNow[index].upper)
    }
    for (index, column) in self.columns.enumerated() {
      self.program.setColumn(
        self.firstColumn + index, lower: 0, upper: self.isOpen(column) ? LinearProgram.free : 0)
    }
    self.limitsMoved = true
  }

  /// Splits the current branch where the program's solution is not whole; a branch that can't be split keeps its bound.
  private func branch(values: [Double]?) {
    guard let current = self.current else { return }
    guard let values, let split = self.split(values) else {
      // Whole, and yet not closed: what the program does not know of (the relaxed rules) is between it and a rota.
      self.settled.append(current)
      self.current = nil
      self.branchesDone += 1
      self.lowestSettled = min(self.lowestSettled, current.bound)
      return
    }
    for decision in [split.0, split.1] {
      self.open.append(Branch(decisions: current.decisions + [decision], bound: current.bound))
    }
    self.current = nil
    self.branchesDone += 1
  }

  private(set) var settled: [Branch] = []
  private(set) var lowestSettled = Double.infinity

  private func split(_ values: [Double]) -> (BranchDecision, BranchDecision)? {
    func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) < 1e-5 }
    func halfness(_ value: Double) -> Double { abs(value - value.rounded(.down) - 0.5) }
    let rows = self.model.rows
    for (weight, entry) in rows.leftOutRows.enumerated() {
      let sum = entry.visits.reduce(0) { $0 + values[$1] }
      if !isWhole(sum) {
        let low = Int(sum.rounded(.down))
        return (.leftOut(of: weight, 0, low), .leftOut(of: weight, low + 1, entry.visits.count))
      }
    }
    let visits = self.model.problem.visits.indices
    if let visit = visits.filter({ !isWhole(values[$0]) }).min(by: { halfness(values[$0]) < halfness(values[$1]) }) {
      return (.isLeftOut(visit), .isPlaced(visit))
    }
    var byPerson: [[Int]: Double] = [:]
    var byPiece: [[Int]: Double] = [:]
    for (index, column) in self.columns.enumerated() where values[self.firstColumn + index] > 1e-7 {
      let piece = self.model.pieces[column.piece]
      for node in column.route.nodes {
        let entry = piece.nodes[Int(node)]
        guard entry.slot == self.model.firstSlot[entry.visit] else { continue }
        byPerson[[entry.visit, piece.person], default: 0] += values[self.firstColumn + index]
        byPiece[[entry.visit, column.piece], default: 0] += values[self.firstColumn + index]
      }
    }
    func mostHalf(_ sums: [[Int]: Double]) -> [Int]? {
      sums.filter { !isWhole($0.value) }.min {
        (halfness($0.value), $0.key[0], $0.key[1]) < (halfness($1.value), $1.key[0], $1.key[1])
      }?.key
    }
    if let key = mostHalf(byPerson), self.model.firstSlot[key[0] + 1] - self.model.firstSlot[key[0]] == 1 {
      return (.belongs(visit: key[0], person: key[1]), .avoids(visit: key[0], person: key[1]))
    }
    if let key = mostHalf(byPiece), self.model.firstSlot[key[0] + 1] - self.model.firstSlot[key[0]] == 1 {
      return (.isOn(visit: key[0], piece: key[1]), .isOff(visit: key[0], piece: key[1]))
    }
    return nil
  }

  /// Routes that the last solution of the program uses, with how much of each.
  var usedRoutes: [(piece: Int, route: DayRoute, value: Double)] {
    let values = self.program.values
    return self.columns.indices.compactMap { index in
      let value = values[self.firstColumn + index]
      return value > 1e-7 ? (self.columns[index].piece, self.columns[index].route, value) : nil
    }
  }
}
