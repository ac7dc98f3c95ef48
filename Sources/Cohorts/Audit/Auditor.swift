// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Attacks a table as its reader would, knowing what is printed and the policy, and never a true count.
///
/// A reader takes `c` in two ways, and the table must stand both. *At its word*: every hidden inner cell is a
/// small count, as far as the numbers around allow; then each must still be able to take
/// ``DisclosurePolicy/fewestAtTheirWord`` small values. *With suspicion*: any hidden cell may be anything; then a
/// hidden cell that can be small at all must be able to take every small value. Each value is proved by a
/// whole table that fits; what is not proved in the steps allowed counts as a finding.
package struct Auditor {
  package let policy: DisclosurePolicy
  /// What earlier releases showed for the same children, by cell.
  package let known: [Int: ReleasedCell]

  package init(policy: DisclosurePolicy, known: [Int: ReleasedCell] = [:]) {
    self.policy = policy
    self.known = known
  }

  /// What a reader could work out; empty when the table may leave.
  package func audit(_ shown: ShownTable) -> [AuditFinding] {
    var wide = CountSystem(bounds: self.bounds(shown), sums: shown.sums)
    guard wide.tighten() == nil else { return [.contradiction] }
    let hidden = shown.cells.indices.filter {
      shown.cells[$0] == .suppressed && self.mayBeSmall($0, in: wide)
    }
    let atTheirWord = self.atTheirWord(hidden.filter(shown.shape.isLeaf), wide, shown)

    let narrow = hidden.filter { cell in
      self.smallValues(cell, in: wide) < self.policy.smallUpTo
        || atTheirWord.cells.contains(cell)
          && self.smallValues(cell, in: atTheirWord.system) < self.policy.fewestAtTheirWord
    }
    let oneOutcome = (0..<shown.shape.rowCount).filter { self.sharesOneOutcome($0, wide, shown.shape) }
    guard narrow.isEmpty, oneOutcome.isEmpty else {
      return narrow.map { .narrow(cell: $0) } + oneOutcome.map { .oneOutcome(row: $0) }
    }

    var proof = AuditProof(policy: self.policy, shown: shown)
    let unproved =
      proof.unproved(
        hidden.filter(atTheirWord.cells.contains),
        in: atTheirWord.system,
        needing: self.policy.fewestAtTheirWord
      )
      + proof.unproved(hidden, in: wide, needing: self.policy.smallUpTo)
    let unprovedRows = proof.rowsNotProvedMixed(in: wide)
    return unproved.map { .narrow(cell: $0) } + unprovedRows.map { .oneOutcome(row: $0) }
  }

  private func bounds(_ shown: ShownTable) -> [ClosedRange<Int>] {
    // Where a symbol sets no upper bound, a reader hardly looks beyond the numbers in sight taken together.
    // Taking that as the bound leaves less room than there is, so it can only make the audit stricter.
    let highs = shown.cells.map { self.policy.readings(of: $0).high }
    let leaves = shown.cells.indices.filter(shown.shape.isLeaf)
    let together = leaves.reduce(0) { $0 + (highs[$1] ?? 10 * self.policy.smallUpTo) }
    let most = max(together, highs.compactMap { $0 }.max() ?? 0)
    return shown.cells.indices.map { cell in
      let reading = self.policy.readings(of: shown.cells[cell])
      let high = reading.high ?? most
      guard let earlier = self.known[cell].map(self.policy.readings) else { return reading.low...high }
      let low = max(reading.low, earlier.low)
      return low...max(low, min(high, earlier.high ?? most))
    }
  }

  private func mayBeSmall(_ cell: Int, in system: CountSystem) -> Bool {
    system.low[cell] <= self.policy.smallUpTo && system.high[cell] >= 1
  }

  /// How many small values lie within a cell's bounds.
  private func smallValues(_ cell: Int, in system: CountSystem) -> Int {
    max(0, min(system.high[cell], self.policy.smallUpTo) - max(system.low[cell], 1) + 1)
  }

  /// Takes hidden inner cells to be small, leaving out those of every sum that this makes impossible.
  private func atTheirWord(
    _ leaves: [Int],
    _ wide: CountSystem,
    _ shown: ShownTable
  ) -> (cells: Set<Int>, system: CountSystem) {
    var cells = Set(leaves)
    while !cells.isEmpty {
      let bounds = wide.low.indices.map { cell in
        cells.contains(cell)
          ? max(1, wide.low[cell])...min(self.policy.smallUpTo, wide.high[cell])
          : wide.low[cell]...wide.high[cell]
      }
      var system = CountSystem(bounds: bounds, sums: wide.sums)
      guard let broken = system.tighten() else { return (cells, system) }
      let before = cells.count
      cells.subtract(self.leaves(under: wide.sums[broken], wide.sums))
      if cells.count == before { cells = [] }
    }
    return ([], wide)
  }

  private func leaves(under sum: TableShape.Sum, _ sums: [TableShape.Sum]) -> Set<Int> {
    let parts = Dictionary(grouping: sums, by: \.whole)
    var reached: Set<Int> = [sum.whole]
    var ahead = [sum.whole]
    while let cell = ahead.popLast() {
      for sum in parts[cell] ?? [] {
        for part in sum.parts where reached.insert(part).inserted { ahead.append(part) }
      }
    }
    return reached
  }

  private func sharesOneOutcome(_ row: Int, _ system: CountSystem, _ shape: TableShape) -> Bool {
    shape.bandColumns.count { system.high[shape.cell(row: row, column: $0)] > 0 } == 1
  }
}
