// SPDX-License-Identifier: Apache-2.0

/// All routes that a rota of one branch can be made of if it is to be cheaper than the best one known.
///
/// A route whose cost under the prices of a bound exceeds its piece's cheapest by more than the gap to the best rota is on no cheaper rota
/// (reduced cost fixing). What is proved over the others is proved (R. Baldacci, N. Christofides, A. Mingozzi, Mathematical
/// Programming 115(2), 2008).
final class ListedRoutes {
  let columns: [RotaBound.Column]
  /// By piece: where its routes begin; and one past the last.
  private var firstOf: [Int]
  /// In ``DayPricing/scale``ths of a point.
  private var costs: [Double] = []
  private var firstTerm: [Int] = [0]
  private var rows: [Int32] = []
  private var values: [Double] = []
  private var isOpen: [Bool] = []

  /// - Parameter columns: those of each piece together, pieces in order.
  init(_ columns: [RotaBound.Column], pieces: Int, terms: (RotaBound.Column) -> [(row: Int, value: Double)]) {
    self.columns = columns
    self.firstOf = Array(repeating: 0, count: pieces + 1)
    for column in columns {
      self.firstOf[column.piece + 1] += 1
      self.costs.append(Double(column.route.points) * DayPricing.scale)
      for term in terms(column) {
        self.rows.append(Int32(term.row))
        self.values.append(term.value)
      }
      self.firstTerm.append(self.rows.count)
    }
    for piece in 0..<pieces { self.firstOf[piece + 1] += self.firstOf[piece] }
    self.isOpen = Array(repeating: true, count: columns.count)
  }

  func open(where isOpen: (RotaBound.Column) -> Bool) { self.isOpen = self.columns.map(isOpen) }

  /// The open routes of a piece with what they cost less what their rows pay, the piece's own row with them.
  func each(of piece: Int, under prices: [Double], _ found: (_ cost: Double, _ route: Int) -> Void) {
    prices.withUnsafeBufferPointer { prices in
      for route in self.firstOf[piece]..<self.firstOf[piece + 1] where self.isOpen[route] {
        var cost = self.costs[route]
        for term in self.firstTerm[route]..<self.firstTerm[route + 1] {
          cost -= prices[Int(self.rows[term])] * self.values[term]
        }
        found(cost, route)
      }
    }
  }
}
