// SPDX-License-Identifier: Apache-2.0

/// Any JSON value.
///
/// Two values are equal when ``bytes`` makes the same bytes of them: the order in which an object's members were
/// written does not count, the way a number was written does, and texts are compared byte by byte, so that the two
/// Unicode spellings of `é` differ.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case text(String)
  case list([JSONValue])
  case object(JSONObject)

  public static func whole(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  /// An object of the members that are there: a member whose value is `nil` is left out.
  public static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    var object = JSONObject()
    for (key, value) in members {
      if let value { object[key] = value }
    }
    return .object(object)
  }

  /// The member of an object; `nil` for every other value.
  public subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  public var isNull: Bool { if case .null = self { true } else { false } }
  public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }
  /// A number that is written without fraction or exponent.
  public var whole: Int? { self.number?.whole }
  public var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
}

extension JSONValue: Hashable {
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): TextOrder.same(left, right)
    case (.list(let left), .list(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool)
    case .number(let number): hasher.combine(number)
    case .text(let text): hasher.combine(text)
    case .list(let values): hasher.combine(values)
    case .object(let object): hasher.combine(object)
    }
  }
}
