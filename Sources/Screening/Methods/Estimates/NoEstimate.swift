// SPDX-License-Identifier: Apache-2.0

/// Why a statistic cannot be told from the data given. A reason stands where a number would mislead.
public enum NoEstimate: Error, Hashable, Sendable {
  /// Fewer children with complete values than the method needs.
  case tooFew(n: Int, least: Int)
  /// Fewer items, raters or categories than the method needs.
  case tooFewColumns(Int, least: Int)
  /// A row, counted from 1, has another number of values than the first one, or the lists differ in length.
  case unevenRows(row: Int)
  /// A row, counted from 1, holds a value the method does not take.
  case badValue(row: Int)
  /// A named parameter is outside its range.
  case badParameter(String)
  /// Every child has the same value, or the raters used one category.
  case noVariance
  /// All children are in one group, or have one outcome.
  case oneGroup
  /// A ratio would divide by an empty cell.
  case emptyCells
  /// The fit did not settle: the data separate perfectly, the covariates say the same thing, or there are too
  /// few of one kind.
  case noFit
  /// The factor solution gives an item, counted from 0, a variance of error that is not above 0.
  case improperSolution(item: Int)
}

extension NoEstimate: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFew(let n, let least): "\(n) children with complete values; at least \(least) are needed"
    case .tooFewColumns(let count, let least): "\(count) items or raters; at least \(least) are needed"
    case .unevenRows(let row): "row \(row) has another number of values than the first"
    case .badValue(let row): "row \(row) has a value outside the range"
    case .badParameter(let name): "\(name) is outside its range"
    case .noVariance: "all values are the same"
    case .oneGroup: "all children are in one group or have one outcome"
    case .emptyCells: "a cell that is divided by is empty"
    case .noFit: "no fit"
    case .improperSolution(let item): "item \(item + 1) has no error variance in the factor solution"
    }
  }
}
