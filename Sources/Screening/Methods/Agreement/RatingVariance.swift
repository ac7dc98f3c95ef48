// SPDX-License-Identifier: Apache-2.0

/// The mean squares of children × raters, one rating a cell.
///
/// Between children (n − 1 degrees), between raters (k − 1), residual ((n−1)(k−1)), and within children
/// (n(k−1)), which is raters and residual together. Mean squares that are only rounding are 0.
struct RatingVariance {
  let children: Int
  let raters: Int
  let leftOut: Int
  let betweenChildren: Double
  let betweenRaters: Double
  let residual: Double
  let withinChildren: Double

  /// Throws for fewer than two complete children or two raters, and when all ratings are the same.
  init(_ cases: CompleteCases) throws(NoEstimate) {
    try cases.require(rows: 2, columns: 2)
    let (n, k) = (cases.n, cases.columns)
    let grand = cases.values.reduce(0, +) / Double(n * k)
    var ofRaters = [Double](repeating: 0, count: k)
    var ofChildren = [Double](repeating: 0, count: n)
    for row in 0..<n {
      for rater in 0..<k {
        let value = cases.values[row * k + rater] - grand
        ofChildren[row] += value / Double(k)
        ofRaters[rater] += value / Double(n)
      }
    }
    var (residual, total) = (0.0, 0.0)
    for row in 0..<n {
      for rater in 0..<k {
        let value = cases.values[row * k + rater] - grand
        let left = value - ofChildren[row] - ofRaters[rater]
        residual += left * left
        total += value * value
      }
    }
    let largest = cases.values.reduce(0) { max($0, abs($1)) }
    // Squares of rounding errors in the values themselves.
    let rounding = 1e-28 * largest * largest * Double(n * k)
    func real(_ sum: Double) -> Double { sum > rounding + 1e-26 * total ? sum : 0 }
    let children = real(Double(k) * ofChildren.reduce(0) { $0 + $1 * $1 })
    let raters = real(Double(n) * ofRaters.reduce(0) { $0 + $1 * $1 })
    residual = real(residual)
    guard real(total) > 0 else { throw .noVariance }
    self.children = n
    self.raters = k
    self.leftOut = cases.leftOut
    self.betweenChildren = children / Double(n - 1)
    self.betweenRaters = raters / Double(k - 1)
    self.residual = residual / Double((n - 1) * (k - 1))
    self.withinChildren = (raters + residual) / Double(n * (k - 1))
  }
}
