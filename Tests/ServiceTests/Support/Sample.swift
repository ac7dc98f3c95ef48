// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Wire

/// Values made of shapes: some that fit, and some that do not.
enum Sample {
  static func params(of method: MethodDescription, without left: String? = nil) -> JSONValue {
    self.object(method.params.filter { $0.name != left })
  }

  private static func object(_ fields: [Field]) -> JSONValue {
    var object = JSONObject()
    for field in fields where !field.isOptional { object[field.name] = self.fits(field.shape) }
    return .object(object)
  }

  static func fits(_ shape: Shape) -> JSONValue {
    switch shape {
    case .any, .text(.any): .text("x")
    case .text(.date): .text("2026-11-30")
    case .text(.uuid7): .text("0193663e-7c00-7000-8000-000000000001")
    case .whole(let range): .whole(range.contains(1) ? 1 : range.lowerBound)
    case .number: .whole(1)
    case .bool: .bool(true)
    case .oneOf(let texts): .text(texts.first ?? "")
    case .list(let shape, _): .list([self.fits(shape)])
    case .object(let fields): self.object(fields)
    case .map(let shape): .members(["U1": self.fits(shape)])
    case .optional: .null
    }
  }

  /// Values that a member of the shape may not have, with what is added to its path where the fault lies deeper.
  static func misfits(_ shape: Shape) -> [(value: JSONValue, deeper: String)] {
    switch shape {
    case .any: []
    case .text(.any): [(.whole(7), ""), (.list([]), "")]
    case .text(.date): [(.text("2026-02-30"), ""), (.text("30/11/2026"), ""), (.whole(7), "")]
    case .text(.uuid7): [(.text("0193663e-7c00-4000-8000-000000000001"), ""), (.text("x"), "")]
    case .whole(let range):
      [(.text("7"), ""), (.bool(true), "")] + (range.lowerBound > .min ? [(.whole(range.lowerBound - 1), "")] : [])
        + (range.upperBound < .max ? [(.whole(range.upperBound + 1), "")] : [])
    case .number: [(.text("7"), "")]
    case .bool: [(.whole(1), ""), (.text("true"), "")]
    case .oneOf: [(.text("none of them"), ""), (.whole(1), "")]
    case .list(let element, let most):
      [(.text("x"), "")] + self.misfits(element).map { (.list([self.fits(element), $0.value]), "[1]\($0.deeper)") }
        + (most.map { [(.list(Array(repeating: self.fits(element), count: $0 + 1)), "")] } ?? [])
    case .object(let fields): [(.text("x"), "")] + self.misfits(of: fields)
    case .map(let element):
      [(.list([]), "")] + self.misfits(element).map { (.members(["U1": $0.value]), ".U1\($0.deeper)") }
    case .optional(let shape): self.misfits(shape)
    }
  }

  private static func misfits(of fields: [Field]) -> [(value: JSONValue, deeper: String)] {
    let whole = self.object(fields).object ?? JSONObject()
    return fields.flatMap { field in
      self.misfits(field.shape).map { misfit in
        var object = whole
        object[field.name] = misfit.value
        return (.object(object), ".\(field.name)\(misfit.deeper)")
      }
    }
  }
}
