// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

extension Shape {
  /// Who reads the schema: whoever sends the value may add nothing to it, whoever receives it must bear additions.
  public enum Direction: Sendable { case params, result }

  /// The shape as JSON Schema (draft 7, which OpenRPC builds on).
  public func schema(_ direction: Direction) -> JSONValue {
    switch self {
    case .any: .object(JSONObject())
    case .text(.any): Self.typed("string")
    case .text(.date): .members(["type": .text("string"), "format": .text("date")])
    case .text(.uuid7): .members(["type": .text("string"), "pattern": .text(Self.uuid7)])
    case .whole(let range):
      .members([
        "type": .text("integer"),
        "minimum": range.lowerBound == .min ? nil : .whole(range.lowerBound),
        "maximum": range.upperBound == .max ? nil : .whole(range.upperBound),
      ])
    case .number: Self.typed("number")
    case .bool: Self.typed("boolean")
    case .oneOf(let texts): .members(["type": .text("string"), "enum": .list(texts.map { .text($0) })])
    case .list(let shape, let most):
      .members([
        "type": .text("array"), "items": shape.schema(direction), "maxItems": most.map { .whole($0) },
      ])
    case .object(let fields): Self.object(fields, direction)
    case .map(let shape): .members(["type": .text("object"), "additionalProperties": shape.schema(direction)])
    case .optional(let shape): Self.orNull(shape.schema(direction))
    }
  }

  private static let uuid7 = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$"

  private static func typed(_ name: String) -> JSONValue { .members(["type": .text(name)]) }

  private static func orNull(_ schema: JSONValue) -> JSONValue {
    .members(["anyOf": .list([schema, Self.typed("null")])])
  }

  private static func object(_ fields: [Field], _ direction: Direction) -> JSONValue {
    var properties = JSONObject()
    for field in fields { properties[field.name] = field.schema(direction) }
    let required = fields.filter { !$0.isOptional }.map { JSONValue.text($0.name) }
    return .members([
      "type": .text("object"), "properties": .object(properties),
      "required": required.isEmpty ? nil : .list(required),
      "additionalProperties": direction == .params ? .bool(false) : nil,
    ])
  }

  fileprivate static func described(_ schema: JSONValue, _ summary: String?) -> JSONValue {
    guard let summary, var object = schema.object else { return schema }
    object["description"] = .text(summary)
    return .object(object)
  }

  fileprivate func nullable(_ isOptional: Bool, _ direction: Direction) -> JSONValue {
    if case .optional = self { return self.schema(direction) }
    if case .any = self { return self.schema(direction) }
    return isOptional ? Self.orNull(self.schema(direction)) : self.schema(direction)
  }
}

extension Field {
  func schema(_ direction: Shape.Direction) -> JSONValue {
    Shape.described(self.shape.nullable(self.isOptional, direction), self.summary)
  }
}
