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
      var hidMore = false
      for finding in findings {
        let sources = self.cells(of: finding, shown.shape)
        let reached = sources.flatMap { sumsOf[$0] }.map { sums[$0] }
        guard let choice = self.cheapest(reached, shown, table) else { continue }
        shown.cells[choice] = .suppressed
        hidMore = true
      }
      guard hidMore else { throw Auditor.refusal(findings) }
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

  /// A row whose screened children all have one outcome tells it of each of them, however many they are.
  private func hideSharedOutcomes(_ shown: inout ShownTable, _ table: CohortTable) {
    for row in 0..<shown.shape.rowCount {
      let cells = shown.shape.screenedColumns.map { shown.shape.cell(row: row, column: $0) }
      guard cells.filter({ table.counts[$0] > 0 }).count == 1 else { continue }
      for cell in cells where self.mayHide(cell) { shown.cells[cell] = .suppressed }
    }
  }

  private func mayHide(_ cell: Int) -> Bool { self.fixed[cell].map { $0 == .suppressed } ?? true }

  private func cells(of finding: AuditFinding, _ shape: TableShape) -> [Int] {
    switch finding {
    case .contradiction: []
    case .narrow(let cell): [cell]
    case .oneOutcome(let row): shape.screenedColumns.map { shape.cell(row: row, column: $0) }
    }
  }

  /// The cell that costs least to hide: in the sum that hides least so far, the smallest count, zero last.
  private func cheapest(_ sums: [TableShape.Sum], _ shown: ShownTable, _ table: CohortTable) -> Int? {
    let choices = sums.flatMap { sum -> [(hidden: Int, cost: Int, cell: Int)] in
      let members = sum.parts + [sum.whole]
      let hidden = members.count { shown.cells[$0] == .suppressed }
      return members.filter { shown.cells[$0] != .suppressed && self.mayHide($0) }.map { cell in
        (hidden, table.counts[cell] == 0 ? Int.max : table.counts[cell], cell)
      }
    }
    return choices.min { ($0.hidden, $0.cost, $0.cell) < ($1.hidden, $1.cost, $1.cell) }?.cell
  }
}
