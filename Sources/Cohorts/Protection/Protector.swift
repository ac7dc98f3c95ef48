// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Chooses what a table hides. It knows the true counts; the ``Auditor`` that judges it does not.
struct Protector {
  let policy: DisclosurePolicy
  /// What earlier releases showed for the same children, by cell: shown again, whatever it is.
  let fixed: [Int: ReleasedCell]

  /// - Throws: `cohort.unsafe` when hiding everything that may be hidden is not enough, or when the same
  ///   children would show another number than before.
  func protect(_ table: CohortTable) throws -> ShownTable {
    var shown = ShownTable(
      shape: table.shape,
      cells: table.counts.map(self.policy.primary),
      phasesSharePopulation: table.phasesSharePopulation
    )
    try self.repeatEarlier(&shown)
    self.hideSharedOutcomes(&shown, table)

    let sums = shown.sums
    var sumsOf = [[Int]](repeating: [], count: shown.cells.count)
    for (index, sum) in sums.enumerated() {
      for cell in sum.parts + [sum.whole] { sumsOf[cell].append(index) }
    }
    let auditor = Auditor(policy: self.policy, known: self.fixed)
    while true {
      let findings = auditor.audit(shown)
      guard !findings.isEmpty else { return shown }
      var hiddenNow: Set<Int> = []
      for finding in findings {
        let sources = self.cells(of: finding, shown.shape)
        let nearby = Set(sources.flatMap { sumsOf[$0] }.flatMap { sums[$0].parts + [sums[$0].whole] })
        guard nearby.isDisjoint(with: hiddenNow) else { continue }
        guard let choice = self.cheapest(from: sources, sums, sumsOf, shown, table) else { continue }
        shown.cells[choice] = .suppressed
        hiddenNow.insert(choice)
      }
      guard !hiddenNow.isEmpty else { throw Auditor.refusal(findings) }
    }
  }

  private func repeatEarlier(_ shown: inout ShownTable) throws {
    for (cell, earlier) in self.fixed.sorted(by: { $0.key < $1.key }) {
      if earlier == .suppressed {
        shown.cells[cell] = .suppressed
      } else if shown.cells[cell] != earlier {
        throw Fault(
          .cohortUnsafe,
          "an earlier release shows other numbers for the same children; the two together would tell what changed",
          maybe: "release the corrected results as the next cohort, or use the earlier release and its policy"
        )
      }
    }
  }

  /// A row whose children with a band all have the same tells it of each of them, however many they are.
  private func hideSharedOutcomes(_ shown: inout ShownTable, _ table: CohortTable) {
    for row in 0..<shown.shape.rowCount {
      let cells = shown.shape.bandColumns.map { shown.shape.cell(row: row, column: $0) }
      guard cells.filter({ table.counts[$0] > 0 }).count == 1 else { continue }
      for cell in cells where self.mayHide(cell) { shown.cells[cell] = .suppressed }
    }
  }

  private func mayHide(_ cell: Int) -> Bool { self.fixed[cell].map { $0 == .suppressed } ?? true }

  private func cells(of finding: AuditFinding, _ shape: TableShape) -> [Int] {
    switch finding {
    case .contradiction: []
    case .narrow(let cell): [cell]
    case .oneOutcome(let row): shape.bandColumns.map { shape.cell(row: row, column: $0) }
    }
  }

  /// The cell that is best hidden next to protect `sources`. Cells are looked at outwards, from sum to sum
  /// through what is hidden already: first inner cells up to two sums away, then totals, then zeros; of several
  /// the nearest, in the sum that hides least, with the smallest count.
  private func cheapest(
    from sources: [Int],
    _ sums: [TableShape.Sum],
    _ sumsOf: [[Int]],
    _ shown: ShownTable,
    _ table: CohortTable
  ) -> Int? {
    var best: (rank: [Int], cell: Int)?
    var seen = Set(sources)
    var frontier = sources
    var level = 1
    while !frontier.isEmpty {
      var next: [Int] = []
      for index in Set(frontier.flatMap { sumsOf[$0] }).sorted() {
        let members = sums[index].parts + [sums[index].whole]
        let hidden = members.count { shown.cells[$0] == .suppressed }
        for cell in members {
          if shown.cells[cell] == .suppressed {
            if seen.insert(cell).inserted { next.append(cell) }
          } else if self.mayHide(cell) {
            let rank = [self.kind(cell, level, shown, table), level, hidden, table.counts[cell], cell]
            if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (rank, cell) }
          }
        }
      }
      frontier = next
      level += 1
    }
    return best?.cell
  }

  private func kind(_ cell: Int, _ level: Int, _ shown: ShownTable, _ table: CohortTable) -> Int {
    if table.counts[cell] == 0 { return 2 }
    return shown.shape.isLeaf(cell) && level <= 2 ? 0 : 1
  }
}
