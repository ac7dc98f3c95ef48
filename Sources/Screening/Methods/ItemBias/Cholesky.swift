// SPDX-License-Identifier: Apache-2.0

/// The lower triangle L of a small positive definite matrix A = L·Lᵀ.
struct Cholesky {
  private let cells: [Double]
  private let size: Int

  /// Reads the lower triangle, row after row. `nil` when a pivot is not above 10⁻¹⁰ of its diagonal, that is when a
  /// column is nearly a sum of others.
  init?(_ matrix: [Double], size: Int) {
    var cells = matrix
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for index in 0..<column { sum -= cells[row * size + index] * cells[column * size + index] }
        if row == column {
          guard sum > 1e-10 * matrix[row * size + row], sum.isFinite else { return nil }
          cells[row * size + row] = sum.squareRoot()
        } else {
          cells[row * size + column] = sum / cells[column * size + column]
        }
      }
    }
    self.cells = cells
    self.size = size
  }

  /// x with A·x = `right`.
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<self.size {
      for index in 0..<row { x[row] -= self.cells[row * self.size + index] * x[index] }
      x[row] /= self.cells[row * self.size + row]
    }
    for row in (0..<self.size).reversed() {
      for index in (row + 1)..<max(row + 1, self.size) { x[row] -= self.cells[index * self.size + row] * x[index] }
      x[row] /= self.cells[row * self.size + row]
    }
    return x
  }
}
