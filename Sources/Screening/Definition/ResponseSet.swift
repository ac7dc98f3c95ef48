// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The codes that may be written for an item, in declared order, or the numbers that may be typed.
public struct ResponseSet: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case points(Int)
    /// The item was not observed or not given: it counts as unanswered, never as 0.
    case missing
  }

  public struct Option: Hashable, Sendable {
    public var code: ResponseCode
    public var value: Value

    public init(code: ResponseCode, value: Value) {
      self.code = code
      self.value = value
    }
  }

  public var id: ResponseSetID
  public var options: [Option]
  /// The set is a run of whole numbers, each its own code and worth itself: a score that was worked out elsewhere.
  public var isNumber: Bool

  public init(id: ResponseSetID, options: [Option]) {
    self.id = id
    self.options = options
    self.isNumber = false
  }

  /// The most numbers that a set may hold.
  public static let mostNumbers = 1000

  /// Every whole number of `numbers`. The set is empty for an empty range, and for one of more than
  /// ``mostNumbers``: ``DefinitionCheck`` reports both.
  public init(id: ResponseSetID, numbers: InclusiveRange) {
    self.id = id
    self.isNumber = true
    let (count, overflows) = numbers.highest.subtractingReportingOverflow(numbers.lowest)
    guard !numbers.isEmpty, !overflows, count < Self.mostNumbers else {
      self.options = []
      return
    }
    self.options = (numbers.lowest...numbers.highest).map {
      Option(code: ResponseCode("\($0)"), value: .points($0))
    }
  }

  /// Lowest and highest points of the set; `nil` when every code is missing.
  public var points: InclusiveRange? {
    let points = self.options.compactMap { option -> Int? in
      if case .points(let points) = option.value { points } else { nil }
    }
    guard let lowest = points.min(), let highest = points.max() else { return nil }
    return InclusiveRange(lowest, highest)
  }
}
