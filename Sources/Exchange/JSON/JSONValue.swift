// SPDX-License-Identifier: Apache-2.0

/// Any JSON value. For formats that may hold members nobody here knows: what is read is looked at member by member.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As it is written, so that `1.10` stays `1.10`.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  static func whole(_ value: Int) -> JSONValue { .number("\(value)") }

  /// An object of the members that are there.
  static func members(_ members: [String: JSONValue?]) -> JSONValue { .object(members.compactMapValues(\.self)) }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  /// The values of a list; none for anything else.
  var values: [JSONValue] { if case .list(let values) = self { values } else { [] } }
  /// A whole number; `2.0` and `2.00` count as one.
  var whole: Int? {
    guard case .number(let digits) = self else { return nil }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || (parts.count == 2 && parts[1].allSatisfy { $0 == "0" }) else { return nil }
    return Int(parts[0])
  }
}
