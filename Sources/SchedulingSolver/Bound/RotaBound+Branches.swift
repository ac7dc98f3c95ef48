// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension RotaBound {
  func takeBranch() {
    self.open.removeAll { self.isClosed($0.bound) }
    guard let index = self.open.indices.min(by: { self.open[$0].bound < self.open[$1].bound }) else {
      self.isFinished = true
      return
    }
    let branch = self.open.remove(at: index)
    self.current = branch
    self.listed = branch.listed
    self.apply(branch.decisions)
    self.pricing.forgetCharges()
    self.bestPrices = nil
    self.bestOutcome = -.infinity
    self.smoothing = branch.decisions.isEmpty ? 0.6 : 0.3
    self.mostLabels = self.fewestLabels
    self.lastProgramCost = .infinity
    self.sharesLeft = 0
    self.effort = branch.decisions.isEmpty ? .quick : .exact
    self.quickRounds = 0
  }

  func closeBranch() {
    self.current = nil
    self.branchesDone += 1
    if self.open.allSatisfy({ self.isClosed($0.bound) }) {
      self.open = []
      self.isFinished = true
    }
  }

  func apply(_ decisions: [BranchDecision]) {
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
    self.listed?.open { self.isOpen($0) }
    self.limitsMoved = true
  }

  /// Splits the current branch where the program's solution is not whole; a branch that can't be split keeps its bound.
  func branch(values: [Double]?) {
    guard let current = self.current else { return }
    self.solution = values.map { self.used($0) }
    guard let values, let split = self.split(values) else {
      // Whole, and yet not closed: what the program does not know of (the relaxed rules) is between it and a rota.
      self.current = nil
      self.branchesDone += 1
      self.lowestSettled = min(self.lowestSettled, current.bound)
      return
    }
    for decision in [split.0, split.1] {
      self.open.append(Branch(decisions: current.decisions + [decision], bound: current.bound, listed: current.listed))
    }
    self.current = nil
    self.branchesDone += 1
  }

  func split(_ values: [Double]) -> (BranchDecision, BranchDecision)? {
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
        // The people of a joint visit are held together by its day alone.
        guard self.model.firstSlot[entry.visit + 1] - self.model.firstSlot[entry.visit] == 1 else { continue }
        byPerson[[entry.visit, piece.person], default: 0] += values[self.firstColumn + index]
        byPiece[[entry.visit, column.piece], default: 0] += values[self.firstColumn + index]
      }
    }
    func mostHalf(_ sums: [[Int]: Double]) -> [Int]? {
      sums.filter { !isWhole($0.value) }.min {
        (halfness($0.value), $0.key[0], $0.key[1]) < (halfness($1.value), $1.key[0], $1.key[1])
      }?.key
    }
    if let key = mostHalf(byPerson) {
      return (.belongs(visit: key[0], person: key[1]), .avoids(visit: key[0], person: key[1]))
    }
    if let key = mostHalf(byPiece) {
      return (.isOn(visit: key[0], piece: key[1]), .isOff(visit: key[0], piece: key[1]))
    }
    return nil
  }

  /// The routes that a solution uses, the most used first.
  private func used(_ values: [Double]) -> [(piece: Int, nodes: [Int32])] {
    self.columns.indices.filter { values[self.firstColumn + $0] > 1e-6 }
      .sorted { (values[self.firstColumn + $1], $0) < (values[self.firstColumn + $0], $1) }
      .map { (self.columns[$0].piece, self.columns[$0].route.nodes) }
  }
}
