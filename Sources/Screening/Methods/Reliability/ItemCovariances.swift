// SPDX-License-Identifier: Apache-2.0

/// The variances and covariances of items over the children with every item, with n − 1 below the line.
///
/// Cost: n·k² for n children and k items; everything about reliability follows from it without the children.
struct ItemCovariances {
  let n: Int
  let leftOut: Int
  let items: Int
  /// items × items, row after row. A constant item has exactly 0.
  private let cells: [Double]

  /// Throws when there are fewer than `least` children or `leastItems` items.
  init(_ cases: CompleteCases, least: Int, leastItems: Int) throws(NoEstimate) {
    try cases.require(rows: least, columns: leastItems)
    let (n, k) = (cases.n, cases.columns)
    self.n = n
    self.items = k
    self.leftOut = cases.leftOut
    // From the first child, so that a constant item gives 0 and not a rounding error.
    var means = [Double](repeating: 0, count: k)
    for row in 0..<n {
      for item in 0..<k { means[item] += cases.values[row * k + item] - cases.values[item] }
    }
    for item in 0..<k { means[item] /= Double(n) }
    var cells = [Double](repeating: 0, count: k * k)
    var centred = [Double](repeating: 0, count: k)
    for row in 0..<n {
      for item in 0..<k {
        centred[item] = (cases.values[row * k + item] - cases.values[item]) - means[item]
      }
      for item in 0..<k {
        let one = centred[item]
        for other in item..<k { cells[item * k + other] += one * centred[other] }
      }
    }
    for item in 0..<k {
      for other in item..<k {
        cells[item * k + other] /= Double(n - 1)
        cells[other * k + item] = cells[item * k + other]
      }
    }
    self.cells = cells
  }

  subscript(_ item: Int, _ other: Int) -> Double { self.cells[item * self.items + other] }

  var variances: [Double] { (0..<self.items).map { self[$0, $0] } }

  /// The sum of an item's row: its covariance with the total.
  func withTotal(_ item: Int) -> Double { (0..<self.items).reduce(0) { $0 + self[item, $1] } }

  /// `nil` when an item has no variance, for all of that item's pairs.
  func correlation(_ item: Int, _ other: Int) -> Double? {
    guard self[item, item] > 0, self[other, other] > 0 else { return nil }
    return self[item, other] / (self[item, item] * self[other, other]).squareRoot()
  }
}
