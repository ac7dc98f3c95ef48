// SPDX-License-Identifier: Apache-2.0

/// One way of dividing the children, as a tree: node 0 is everybody.
package struct TableAxis: Hashable, Sendable {
  package struct Node: Hashable, Sendable {
    package let label: String
    /// Indices of the nodes this one is the sum of; empty for a leaf.
    package let parts: [Int]
  }

  package let name: String
  package let nodes: [Node]

  /// A total and its groups.
  package static func groups(_ name: String, _ labels: [String]) -> TableAxis {
    TableAxis(
      name: name,
      nodes: [Node(label: "Total", parts: Array(1..<labels.count + 1))]
        + labels.map { Node(label: $0, parts: []) }
    )
  }

  /// Eligible = screened + not screened; screened = each band + not normed.
  package static func outcomes(_ bands: [String]) -> TableAxis {
    let leaves = (bands + ["Not normed"]).map { Node(label: $0, parts: []) }
    return TableAxis(
      name: "Outcome",
      nodes: [
        Node(label: "Eligible", parts: [1, 2]),
        Node(label: "Screened", parts: Array(3..<3 + leaves.count)),
        Node(label: "Not screened", parts: []),
      ] + leaves
    )
  }
}

/// Where the numbers of a table stand and which of them are sums of which: public knowledge.
///
/// Cells are numbered phase by phase, then row-major over the axes; the last axis is the outcome.
package struct TableShape: Hashable, Sendable {
  /// `whole` is the sum of `parts`.
  package struct Sum: Hashable, Sendable {
    package let whole: Int
    package let parts: [Int]
  }

  /// Columns of the outcome axis.
  package static let eligible = 0
  package static let screened = 1
  package static let notScreened = 2
  package static let firstBand = 3

  package let phases: [ScreeningPhase]
  package let axes: [TableAxis]

  package init(phases: [ScreeningPhase], axes: [TableAxis]) {
    self.phases = phases
    self.axes = axes
  }

  package var cellsInPhase: Int { self.axes.reduce(1) { $0 * $1.nodes.count } }
  package var cellCount: Int { self.phases.count * self.cellsInPhase }
  package var columns: Int { self.axes.last?.nodes.count ?? 1 }
  /// Rows over all phases: a row holds the outcomes of one group at one phase.
  package var rowCount: Int { self.cellCount / self.columns }

  /// The columns of the bands. The last column, not normed, is not among them: that the norms do not cover a child
  /// follows from age and home language, and tells nothing of how the child did.
  package var bandColumns: Range<Int> { Self.firstBand..<self.columns - 1 }

  package func cell(row: Int, column: Int) -> Int { row * self.columns + column }

  /// The node of each axis that a cell belongs to.
  package func nodes(of cell: Int) -> [Int] {
    var rest = cell % self.cellsInPhase
    var nodes = [Int](repeating: 0, count: self.axes.count)
    for axis in self.axes.indices.reversed() {
      let count = self.axes[axis].nodes.count
      nodes[axis] = rest % count
      rest /= count
    }
    return nodes
  }

  package func phase(ofRow row: Int) -> ScreeningPhase { self.phases[row * self.columns / self.cellsInPhase] }

  /// Printed labels of a row, one for each axis but the outcome.
  package func labels(ofRow row: Int) -> [String] {
    let nodes = self.nodes(of: self.cell(row: row, column: 0))
    return zip(self.axes, nodes).dropLast().map { axis, node in axis.nodes[node].label }
  }

  /// Whether a cell is a sum of no other cells.
  package func isLeaf(_ cell: Int) -> Bool {
    zip(self.axes, self.nodes(of: cell)).allSatisfy { axis, node in axis.nodes[node].parts.isEmpty }
  }

  /// Every sum the table's layout promises.
  package var sums: [Sum] {
    (0..<self.cellCount).flatMap { cell -> [Sum] in
      let nodes = self.nodes(of: cell)
      var stride = 1
      var sums: [Sum] = []
      for axis in self.axes.indices.reversed() {
        let node = nodes[axis]
        let parts = self.axes[axis].nodes[node].parts
        if !parts.isEmpty { sums.append(Sum(whole: cell, parts: parts.map { cell + ($0 - node) * stride })) }
        stride *= self.axes[axis].nodes.count
      }
      return sums
    }
  }
}
