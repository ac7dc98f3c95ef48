// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Collects whole tables that fit what is shown, as proof that hidden cells can take every small value.
struct AuditProof {
  let policy: DisclosurePolicy
  let shown: ShownTable
  private let search: WitnessSearch
  private var random = SeededGenerator(seed: 1)
  private var mixedRows: Set<Int> = []
  /// Tables tried with random small counts before a value is looked for by itself.
  private let rounds = 24

  init(policy: DisclosurePolicy, shown: ShownTable) {
    self.policy = policy
    self.shown = shown
    let leaves = shown.cells.indices.filter(shown.shape.isLeaf)
    self.search = WitnessSearch(
      leaves: leaves.filter { shown.cells[$0] == .suppressed }
        + leaves.filter { shown.cells[$0] != .suppressed }
    )
  }

  /// The cells of `cells` for which fewer than `needed` small values are shown to be possible.
  mutating func unproved(_ cells: [Int], in system: CountSystem, needing needed: Int) -> [Int] {
    guard !cells.isEmpty else { return [] }
    // A cell leaves the list once enough values are proved.
    let enough = self.policy.smallUpTo - needed
    var missing = Dictionary(uniqueKeysWithValues: cells.map { ($0, Set(self.policy.small)) })
    for _ in 0..<self.rounds where !missing.isEmpty {
      guard let table = self.search.witness(system, preferred: self.preferences()) else { continue }
      self.note(table, &missing, enough)
    }
    for cell in cells {
      for value in self.policy.small where missing[cell]?.contains(value) == true {
        if let table = self.witness(system, [cell], value...value) { self.note(table, &missing, enough) }
      }
    }
    return missing.keys.sorted()
  }

  /// Rows with children in a band for which no table was found that gives them two.
  mutating func rowsNotProvedMixed(in system: CountSystem) -> [Int] {
    let shape = self.shown.shape
    return (0..<shape.rowCount).filter { row in
      if self.mixedRows.contains(row) { return false }
      let open = shape.bandColumns.map { shape.cell(row: row, column: $0) }.filter { system.high[$0] > 0 }
      for (index, first) in open.enumerated() {
        for second in open[(index + 1)...] {
          if let table = self.witness(system, [first, second], 1...Int.max) {
            self.noteMixed(table)
            return false
          }
        }
      }
      return !open.isEmpty
    }
  }

  private mutating func witness(_ system: CountSystem, _ cells: [Int], _ range: ClosedRange<Int>) -> [Int]? {
    var system = system
    for cell in cells {
      guard system.restrict(cell, to: range) else { return nil }
    }
    for _ in 0..<3 {
      if let table = self.search.witness(system, preferred: self.preferences()) { return table }
    }
    return nil
  }

  private mutating func preferences() -> [Int] {
    var preferences = [Int](repeating: 0, count: self.shown.cells.count)
    for cell in preferences.indices {
      switch self.shown.cells[cell] {
      case .rounded(let value): preferences[cell] = value
      case .suppressed: preferences[cell] = 1 + self.random.below(self.policy.smallUpTo)
      case .zero, .low, .notApplicable: break
      }
    }
    return preferences
  }

  private mutating func note(_ table: [Int], _ missing: inout [Int: Set<Int>], _ enough: Int) {
    for cell in Array(missing.keys) {
      missing[cell]?.remove(table[cell])
      if let open = missing[cell], open.count <= enough { missing[cell] = nil }
    }
    self.noteMixed(table)
  }

  private mutating func noteMixed(_ table: [Int]) {
    let shape = self.shown.shape
    for row in 0..<shape.rowCount {
      let filled = shape.bandColumns.filter { table[shape.cell(row: row, column: $0)] > 0 }
      if filled.count >= 2 { self.mixedRows.insert(row) }
    }
  }
}
