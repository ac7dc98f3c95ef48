// SPDX-License-Identifier: Apache-2.0

import CLP

/// A linear program to be minimised, to which rows and columns are added. It keeps its basis between solves, so that
/// solving again after a small change is cheap.
///
/// Row `i` holds `lower[i] <= sum of coefficients x columns <= upper[i]`; ``LinearProgram/free`` and its negative stand for no limit.
/// COIN-OR CLP, by its C interface.
final class LinearProgram {
  static let free = 1e30

  private let model: UnsafeMutableRawPointer
  private(set) var rows = 0
  private(set) var columns = 0

  init() {
    self.model = Clp_newModel()
    Clp_setLogLevel(self.model, 0)
  }

  deinit { Clp_deleteModel(self.model) }

  func addRows(lower: [Double], upper: [Double]) {
    guard !lower.isEmpty else { return }
    let starts = [Int32](repeating: 0, count: lower.count + 1)
    Clp_addRows(self.model, Int32(lower.count), lower, upper, starts, [0], [0])
    self.rows += lower.count
  }

  /// One entry a new column; `terms` are its rows and coefficients.
  func addColumns(cost: [Double], lower: [Double], upper: [Double], terms: [[(row: Int, value: Double)]]) {
    guard !cost.isEmpty else { return }
    var starts: [Int32] = [0]
    starts.reserveCapacity(cost.count + 1)
    var rows: [Int32] = []
    var values: [Double] = []
    for column in terms {
      for term in column {
        rows.append(Int32(term.row))
        values.append(term.value)
      }
      starts.append(Int32(rows.count))
    }
    if rows.isEmpty { (rows, values) = ([0], [0]) }
    Clp_addColumns(self.model, Int32(cost.count), lower, upper, cost, starts, rows, values)
    self.columns += cost.count
  }

  func setRow(_ row: Int, lower: Double, upper: Double) {
    Clp_rowLower(self.model)[row] = lower
    Clp_rowUpper(self.model)[row] = upper
  }

  func setColumn(_ column: Int, lower: Double, upper: Double) {
    Clp_columnLower(self.model)[column] = lower
    Clp_columnUpper(self.model)[column] = upper
  }

  /// By the primal simplex method where the last basis is feasible (columns came), by the dual one where it is not
  /// (limits moved).
  ///
  /// - Returns: whether an optimum was found, and in time.
  func solve(limitsMoved: Bool) -> Bool {
    if let deadline {
      let (seconds, atto) = (deadline - ContinuousClock.now).components
      guard seconds >= 0, atto >= 0 else { return false }
      Clp_setMaximumSeconds(self.model, max(0.001, Double(seconds) + Double(atto) * 1e-18))
    }
    if limitsMoved { _ = Clp_dual(self.model, 0) } else { _ = Clp_primal(self.model, 0) }
    // 3 is out of time; else once more, and then from the beginning, where the last basis leads nowhere.
    if ![0, 3].contains(Clp_status(self.model)) { _ = Clp_primal(self.model, 0) }
    if ![0, 3].contains(Clp_status(self.model)) { _ = Clp_initialSolve(self.model) }
    return Clp_status(self.model) == 0
  }

  /// When a solve is given up; `nil` = never.
  var deadline: ContinuousClock.Instant?
  var objective: Double { Clp_getObjValue(self.model) }
  /// Valid after a solve, until the next change.
  var prices: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: Clp_dualRowSolution(self.model), count: self.rows)
  }
  var values: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: Clp_primalColumnSolution(self.model), count: self.columns)
  }
}
