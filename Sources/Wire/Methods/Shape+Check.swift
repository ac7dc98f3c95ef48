// SPDX-License-Identifier: Apache-2.0

public import StrictJSON
public import Vocabulary

extension Fault.Code {
  public static let paramMissing = Fault.Code("params.missing", .badInput)
  /// A member is not of the kind, the form or the range that its shape asks for.
  public static let paramKind = Fault.Code("params.kind", .badInput)
  public static let paramUnknown = Fault.Code("params.unknown", .badInput)
}

extension Shape {
  /// - Parameter path: where the value stands: `records[3].birthDate`.
  /// - Throws: `params.missing`, `params.kind` or `params.unknown` for the first value that does not fit, at its path
  ///   (for a member nobody knows, at the path of its object). The value itself is never told.
  public func check(_ value: JSONValue, at path: String) throws {
    switch self {
    case .any: break
    case .text(let form):
      guard let text = value.text, form.takes(text) else { throw self.refusal(path) }
    case .whole(let range):
      guard let whole = value.whole, range.contains(whole) else { throw self.refusal(path) }
    case .number:
      guard value.number?.double != nil else { throw self.refusal(path) }
    case .bool:
      guard value.bool != nil else { throw self.refusal(path) }
    case .oneOf(let texts):
      guard let text = value.text, texts.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
        throw self.refusal(path)
      }
    case .list(let shape, let most):
      guard let list = value.list, list.count <= most ?? .max else { throw self.refusal(path) }
      for (index, element) in list.enumerated() { try shape.check(element, at: "\(path)[\(index)]") }
    case .object(let fields):
      guard let object = value.object else { throw self.refusal(path) }
      try Field.check(object, against: fields, at: path)
    case .map(let shape):
      guard let object = value.object else { throw self.refusal(path) }
      for member in object.members { try shape.check(member.value, at: "\(path).\(member.key)") }
    case .optional(let shape):
      if !value.isNull { try shape.check(value, at: path) }
    }
  }

  private func refusal(_ path: String) -> Fault { Fault(.paramKind, "\(self.noun) is expected", at: path) }

  private var noun: String {
    switch self {
    case .any: "a value"
    case .text(.any): "a text"
    case .text(.date): "a date as 2026-11-30"
    case .text(.uuid7): "a UUID of version 7"
    case .whole(let range):
      range == .min ... .max ? "a whole number" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number: "a number"
    case .bool: "true or false"
    case .oneOf(let texts): "one of \(texts.joined(separator: ", "))"
    case .list(_, let most): most.map { "a list of at most \($0)" } ?? "a list"
    case .object, .map: "an object"
    case .optional(let shape): "\(shape.noun) or null"
    }
  }
}

extension Field {
  static func check(_ object: JSONObject, against fields: [Field], at path: String) throws {
    for field in fields {
      let place = path.isEmpty ? field.name : "\(path).\(field.name)"
      guard let value = object[field.name] else {
        if field.isOptional { continue }
        throw Fault(.paramMissing, "a member is missing", at: place)
      }
      if field.isOptional, value.isNull { continue }
      try field.shape.check(value, at: place)
    }
    let isKnown = { (key: String) in fields.contains { $0.name.utf8.elementsEqual(key.utf8) } }
    for (index, member) in object.members.enumerated() where !isKnown(member.key) {
      throw Fault(
        .paramUnknown, "member \(index + 1) is not one that is known", at: path.isEmpty ? nil : path,
        maybe: "check the spelling of the members")
    }
  }
}

extension Shape.TextForm {
  func takes(_ text: String) -> Bool {
    switch self {
    case .any: true
    case .date: text.utf8.count == 10 && CivilDate(text) != nil
    case .uuid7: Self.isUUID7(Array(text.utf8))
    }
  }

  private static func isUUID7(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      switch index {
      case 8, 13, 18, 23: byte == UInt8(ascii: "-")
      case 14: byte == UInt8(ascii: "7")
      // The variant: 8, 9, a or b.
      case 19: (0x38...0x39).contains(byte) || (0x61...0x62).contains(byte | 0x20)
      default: (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
      }
    }
  }
}
