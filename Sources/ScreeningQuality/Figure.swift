// SPDX-License-Identifier: Apache-2.0

public import Screening

/// A number with what it rests on, or why there is none. A figure is never shown without its n.
public enum Figure: Hashable, Sendable {
  /// `low` and `high` are the ends of the 95 % interval; `nil` where the method has none for these data.
  case told(value: Double, low: Double?, high: Double?, n: Int)
  /// `needed` is `nil` where more children alone would not help.
  case cannotTell(reason: String, n: Int, needed: Int?)

  public var value: Double? {
    if case .told(let value, _, _, _) = self { value } else { nil }
  }

  public var n: Int {
    switch self {
    case .told(_, _, _, let n), .cannotTell(_, let n, _): n
    }
  }

  public init(_ estimate: Estimate) {
    self = .told(value: estimate.value, low: estimate.interval?.low, high: estimate.interval?.high, n: estimate.n)
  }

  /// What `body` estimates, when `n` reaches `needed`; otherwise that it cannot be told.
  init(_ n: Int, needed: Int, of what: String, _ body: () throws(NoEstimate) -> Estimate?) {
    guard n >= needed else {
      self = .cannotTell(reason: "too few \(what)", n: n, needed: needed)
      return
    }
    do throws(NoEstimate) {
      guard let estimate = try body() else {
        self = .cannotTell(reason: "not defined for these data", n: n, needed: nil)
        return
      }
      self.init(estimate)
    } catch {
      self = .cannotTell(reason: "\(error)", n: n, needed: nil)
    }
  }
}

/// How many children a figure needs before it is told. These are this project's choices, not a standard's: below
/// them an interval is so wide, or a large-sample error so doubtful, that a number would mislead.
public enum QualityMinimum {
  public static let reliability = 30
  /// In each of the two groups.
  public static let biasGroup = 100
  public static let doubleScored = 20
  public static let missing = 10
  /// Of the rater, and again of the other raters, in one term.
  public static let drift = 10
  public static let change = 10
  /// Below the line of a proportion; for the area, with and without the outcome.
  public static let accuracy = 10
}
