// SPDX-License-Identifier: Apache-2.0

/// Exactly what a reader of a release has before them: the layout and a symbol in every cell.
package struct ShownTable: Hashable, Sendable {
  package let shape: TableShape
  package var cells: [ReleasedCell]
  /// Whether it is known that the same children stand in each group at both phases.
  package let phasesSharePopulation: Bool

  package init(shape: TableShape, cells: [ReleasedCell], phasesSharePopulation: Bool) {
    self.shape = shape
    self.cells = cells
    self.phasesSharePopulation = phasesSharePopulation
  }

  /// The layout's sums, and where both phases hold the same children, that they have as many.
  package var sums: [TableShape.Sum] {
    guard self.phasesSharePopulation, self.shape.phases.count == 2 else { return self.shape.sums }
    let half = self.shape.rowCount / 2
    return self.shape.sums
      + (0..<half).map { row in
        TableShape.Sum(
          whole: self.shape.cell(row: row, column: TableShape.eligible),
          parts: [self.shape.cell(row: half + row, column: TableShape.eligible)]
        )
      }
  }
}
