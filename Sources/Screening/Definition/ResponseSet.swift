// SPDX-License-Identifier: Apache-2.0

/// The codes that may be written for an item, in declared order.
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

  public init(id: ResponseSetID, options: [Option]) {
    self.id = id
    self.options = options
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
