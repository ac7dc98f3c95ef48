// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

/// What a peer names its call by. `1` and `"1"` are two ids, and so are two Unicode spellings of one text.
public enum RPCID: Sendable {
  case whole(Int)
  case text(String)

  /// `nil` for everything that is not a text or a number without fraction and exponent.
  public init?(_ value: JSONValue) {
    if let text = value.text {
      self = .text(text)
    } else if let whole = value.whole {
      self = .whole(whole)
    } else {
      return nil
    }
  }

  public var json: JSONValue {
    switch self {
    case .whole(let whole): .whole(whole)
    case .text(let text): .text(text)
    }
  }
}

extension RPCID: Hashable {
  public static func == (left: RPCID, right: RPCID) -> Bool {
    switch (left, right) {
    case (.whole(let left), .whole(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .whole(let whole): hasher.combine(whole)
    case .text(let text): hasher.combine(text)
    }
  }
}
