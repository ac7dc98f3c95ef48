// SPDX-License-Identifier: Apache-2.0

import Cohorts

/// The auditor's slow twin: goes through every table of true counts that fits what is shown, one by one, and
/// looks at what they have in common. For tables with a handful of open cells only.
struct ExhaustiveReader {
  let policy: DisclosurePolicy
  let shown: ShownTable
  /// No hidden leaf is taken to be larger; under 64.
  let most: Int

  /// What is common to all tables that fit.
  private struct Possibilities {
    /// Bit `n` of a cell is set when the cell is `n` in some table.
    var values: [UInt64]
    /// The most outcomes any table gives a row.
    var outcomes: [Int]
    var isEmpty = true
  }

  /// How many inner cells are open; the work grows with its power.
  var openLeaves: Int {
    self.shown.cells.indices.filter { self.shown.cells[$0] == .suppressed && self.shown.shape.isLeaf($0) }
      .count
  }

  /// Whether some hidden cell that may be small cannot take every small value, or a row must share an outcome.
  var canLearnTooMuch: Bool {
    let hidden = self.shown.cells.indices.filter { self.shown.cells[$0] == .suppressed }
    let wide = self.possibilities(atTheirWord: false)
    guard !wide.isEmpty else { return true }
    let small = UInt64(1) << (self.policy.smallUpTo + 1) - 2
    let isNarrow = { (values: UInt64) in values & small != 0 && values & small != small }
    if hidden.contains(where: { isNarrow(wide.values[$0]) }) { return true }
    let strict = self.possibilities(atTheirWord: true)
    let isNarrowAtItsWord = { (values: UInt64) in
      values & small != 0 && (values & small).nonzeroBitCount < self.policy.fewestAtTheirWord
    }
    if hidden.contains(where: { self.shown.shape.isLeaf($0) && isNarrowAtItsWord(strict.values[$0]) }) {
      return true
    }
    return wide.outcomes.contains(1)
  }

  private func possibilities(atTheirWord: Bool) -> Possibilities {
    let shape = self.shown.shape
    let leaves = self.shown.cells.indices.filter(shape.isLeaf)
    let readings = self.shown.cells.map(self.readings)
    let choices = leaves.map { leaf in
      atTheirWord && self.shown.cells[leaf] == .suppressed ? 1...self.policy.smallUpTo : readings[leaf]
    }
    let holders = leaves.map { leaf in (0..<shape.cellCount).filter { self.holds($0, leaf) } }
    // Each sum is looked at as soon as the last of its leaves has a value.
    var due = [[Int]](repeating: [], count: leaves.count)
    for cell in 0..<shape.cellCount where self.shown.cells[cell] != .suppressed {
      if let last = leaves.indices.last(where: { holders[$0].contains(cell) }) { due[last].append(cell) }
    }
    var counts = [Int](repeating: 0, count: shape.cellCount)
    var found = Possibilities(
      values: [UInt64](repeating: 0, count: shape.cellCount),
      outcomes: [Int](repeating: 0, count: shape.rowCount)
    )
    func fill(_ index: Int) {
      guard index < leaves.count else {
        if self.phasesAgree(counts) { self.note(counts, in: &found) }
        return
      }
      for value in choices[index] {
        for cell in holders[index] { counts[cell] += value }
        if due[index].allSatisfy({ readings[$0].contains(counts[$0]) }) { fill(index + 1) }
        for cell in holders[index] { counts[cell] -= value }
      }
    }
    fill(0)
    return found
  }

  private func note(_ counts: [Int], in found: inout Possibilities) {
    found.isEmpty = false
    for cell in counts.indices { found.values[cell] |= 1 << UInt64(min(63, counts[cell])) }
    let shape = self.shown.shape
    for row in found.outcomes.indices {
      let filled = shape.bandColumns.count { counts[shape.cell(row: row, column: $0)] > 0 }
      found.outcomes[row] = max(found.outcomes[row], filled)
    }
  }

  private func phasesAgree(_ counts: [Int]) -> Bool {
    let shape = self.shown.shape
    guard self.shown.phasesSharePopulation else { return true }
    let half = shape.rowCount / 2
    return (0..<half).allSatisfy { row in
      counts[shape.cell(row: row, column: 0)] == counts[shape.cell(row: half + row, column: 0)]
    }
  }

  private func holds(_ cell: Int, _ leaf: Int) -> Bool {
    let shape = self.shown.shape
    guard cell / shape.cellsInPhase == leaf / shape.cellsInPhase else { return false }
    return zip(shape.axes, zip(shape.nodes(of: cell), shape.nodes(of: leaf))).allSatisfy { axis, nodes in
      var reached = [nodes.0]
      while let node = reached.popLast() {
        if node == nodes.1 { return true }
        reached += axis.nodes[node].parts
      }
      return false
    }
  }

  private func readings(of cell: ReleasedCell) -> ClosedRange<Int> {
    switch cell {
    case .zero, .notApplicable: 0...0
    case .suppressed: 0...self.most
    case .low: (self.policy.smallUpTo + 1)...((self.policy.roundTo - 1) / 2)
    case .rounded(let value):
      max(
        self.policy.smallUpTo + 1,
        value - self.policy.roundTo / 2
      )...(value + (self.policy.roundTo - 1) / 2)
    }
  }
}
