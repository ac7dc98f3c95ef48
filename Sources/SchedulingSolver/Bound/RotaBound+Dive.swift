// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension RotaBound {
  /// After every eighth thorough round, and after the first branches.
  func diveIfDue(goesOn: () -> Bool) {
    guard self.incumbent != nil, self.effort == .exact || self.listed != nil else { return }
    self.thoroughRounds += 1
    guard self.thoroughRounds % 8 == 0 || (self.current == nil && self.branchesDone <= 4) else { return }
    if let routes = self.dive(goesOn: goesOn) { self.solution = routes }
  }

  /// Chooses among the routes known so far those that share the visits out best (set partitioning), by diving: the routes that the linear
  /// program uses most are kept, it is solved anew, and so on until it is whole.
  ///
  /// What it costs is at most one solve a piece. The program is left as it was.
  ///
  /// - Returns: at most one route a piece; visits may stand on two. `nil` when the chosen routes can't lead to less than the
  ///   incumbent costs, when the program failed, or when `goesOn` said no.
  func dive(goesOn: () -> Bool) -> [(piece: Int, nodes: [Int32])]? {
    var kept: Set<Int> = []
    defer {
      for index in kept { self.program.setColumn(self.firstColumn + index, lower: 0, upper: LinearProgram.free) }
      self.limitsMoved = true
    }
    guard self.program.solve(limitsMoved: self.limitsMoved) else { return nil }
    while goesOn() {
      let values = self.program.values
      var loose: [(value: Double, column: Int)] = []
      for index in self.columns.indices where !kept.contains(index) {
        let value = values[self.firstColumn + index]
        if value > 1e-6 { loose.append((value, index)) }
      }
      loose.sort { ($0.value, $1.column) > ($1.value, $0.column) }
      if loose.isEmpty {
        return kept.sorted().map { (self.columns[$0].piece, self.columns[$0].route.nodes) }
      }
      // The pieces that are all but settled at once, and a share of the others.
      let some = 1 + loose.count / 60
      for (place, entry) in loose.enumerated() where entry.value > 0.9 || place < some {
        kept.insert(entry.column)
        self.program.setColumn(self.firstColumn + entry.column, lower: 1, upper: LinearProgram.free)
      }
      guard self.program.solve(limitsMoved: true) else { return nil }
      if self.isClosed(self.program.objective - 0.5) { return nil }
    }
    return nil
  }
}
