// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The members of an object, taken by name and kind; a refusal names the path of the member, never its value.
///
/// An optional member counts as absent when it is `null`.
public struct JSONMembers: Sendable {
  public let object: JSONObject
  /// Where the object stands: `answers`, `records[3]`; empty for the outermost.
  public let path: String
  private let code: Fault.Code

  /// - Parameter code: what refusals are raised under.
  /// - Throws: when `value` is not an object.
  public init(_ value: JSONValue, at path: String = "", code: Fault.Code = .malformed) throws {
    guard let object = value.object else { throw Self.refusal(code, "an object", path) }
    self.init(object, at: path, code: code)
  }

  public init(_ object: JSONObject, at path: String = "", code: Fault.Code = .malformed) {
    self.object = object
    self.path = path
    self.code = code
  }

  public func path(of key: String) -> String { self.path.isEmpty ? key : "\(self.path).\(key)" }

  /// The member, or `nil` when it is absent or `null`.
  public func value(_ key: String) -> JSONValue? {
    guard let value = self.object[key], !value.isNull else { return nil }
    return value
  }

  /// - Throws: when a member's key is not among `known`. The fault names the object and the member's number, since a
  ///   key that nobody knows may be anything.
  public func refuseOthers(than known: [String]) throws {
    for (index, member) in self.object.members.enumerated() where !known.contains(member.key) {
      throw Fault(
        self.code, "member \(index + 1) of the object is not one that is known",
        at: self.path.isEmpty ? nil : self.path,
        maybe: "check the spelling of the members")
    }
  }

  static func refusal(_ code: Fault.Code, _ kind: String, _ path: String) -> Fault {
    Fault(code, "\(kind) is expected", at: path.isEmpty ? nil : path)
  }

  func optional<Value>(_ key: String, _ kind: String, _ take: (JSONValue) -> Value?) throws -> Value? {
    guard let value = self.value(key) else { return nil }
    guard let taken = take(value) else { throw Self.refusal(self.code, kind, self.path(of: key)) }
    return taken
  }

  func required<Value>(_ key: String, _ kind: String, _ take: (JSONValue) -> Value?) throws -> Value {
    guard let value = try self.optional(key, kind, take) else {
      throw Fault(self.code, "a member is missing: \(kind) is expected", at: self.path(of: key))
    }
    return value
  }

  private func nested(_ object: JSONObject, _ path: String) -> JSONMembers {
    JSONMembers(object, at: path, code: self.code)
  }
}

extension JSONMembers {
  public func text(_ key: String) throws -> String { try self.required(key, "a text", \.text) }
  public func optionalText(_ key: String) throws -> String? { try self.optional(key, "a text", \.text) }

  public func bool(_ key: String) throws -> Bool { try self.required(key, "true or false", \.bool) }
  public func optionalBool(_ key: String) throws -> Bool? { try self.optional(key, "true or false", \.bool) }

  /// A number without fraction or exponent, within `range`.
  public func whole(_ key: String, in range: ClosedRange<Int> = .min ... .max) throws -> Int {
    try self.required(key, Self.kind(range)) { value in value.whole.flatMap { range.contains($0) ? $0 : nil } }
  }

  /// A number without fraction or exponent, within `range`.
  public func optionalWhole(_ key: String, in range: ClosedRange<Int> = .min ... .max) throws -> Int? {
    try self.optional(key, Self.kind(range)) { value in value.whole.flatMap { range.contains($0) ? $0 : nil } }
  }

  public func list(_ key: String) throws -> [JSONValue] { try self.required(key, "a list", \.list) }
  public func optionalList(_ key: String) throws -> [JSONValue]? { try self.optional(key, "a list", \.list) }

  public func members(_ key: String) throws -> JSONMembers {
    self.nested(try self.required(key, "an object", \.object), self.path(of: key))
  }

  public func optionalMembers(_ key: String) throws -> JSONMembers? {
    try self.optional(key, "an object", \.object).map { self.nested($0, self.path(of: key)) }
  }

  /// The objects of a list, each with its path: `records[0]`, `records[1]`.
  public func objects(_ key: String) throws -> [JSONMembers] {
    let path = self.path(of: key)
    return try self.list(key).enumerated().map { index, value in
      try JSONMembers(value, at: "\(path)[\(index)]", code: self.code)
    }
  }

  private static func kind(_ range: ClosedRange<Int>) -> String {
    range == .min ... .max ? "a whole number" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }
}
