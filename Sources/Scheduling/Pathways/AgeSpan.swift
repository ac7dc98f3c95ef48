// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// For whom a rule of a pathway holds: completed months of age, or year groups; both ends included.
public enum AgeSpan: Sendable, Hashable, CustomStringConvertible {
  case months(ClosedRange<Int>)
  case years(ClosedRange<NCYear>)

  /// What the two ends are counted in.
  public enum Unit: String, Sendable, Hashable {
    case months
    case years = "year groups"
  }

  public var unit: Unit {
    switch self {
    case .months: .months
    case .years: .years
    }
  }

  /// The span as whole numbers: months, or the numbers of year groups (-4 is E1, 0 Reception).
  public var bounds: ClosedRange<Int> {
    switch self {
    case .months(let range): range
    case .years(let range): range.lowerBound.number...range.upperBound.number
    }
  }

  /// Whether a child of this age and year group falls in the span. `false` when what it counts is unknown.
  public func holds(months: Int?, year: NCYear?) -> Bool {
    switch self {
    case .months(let range): months.map(range.contains) ?? false
    case .years(let range): year.map(range.contains) ?? false
    }
  }

  /// `36 to 47 months`, `N1 to R`, `R`.
  public var description: String {
    switch self {
    case .months(let range): "\(range.lowerBound) to \(range.upperBound) months"
    case .years(let range):
      range.lowerBound == range.upperBound
        ? range.lowerBound.text : "\(range.lowerBound) to \(range.upperBound)"
    }
  }
}
