// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension RotaBound {
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

  func terms(of column: Column) -> [(row: Int, value: Double)] {
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

  func isOpen(_ column: Column) -> Bool {
    !column.route.nodes.contains { self.closed[column.piece][Int($0)] }
  }

  var firstColumn: Int { self.model.rows.loose.count + self.model.slots }
}
