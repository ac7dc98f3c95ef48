// SPDX-License-Identifier: Apache-2.0

/// What a JSON value may be: checked on the way in, and published as JSON Schema.
public indirect enum Shape: Hashable, Sendable {
  /// A text of one form.
  public enum TextForm: Hashable, Sendable, CaseIterable {
    case any
    /// `2026-11-30`, a day that exists.
    case date
    /// A version 7 UUID in lower or upper case, with hyphens.
    case uuid7
  }

  case any
  case text(TextForm)
  /// A number without fraction or exponent, within the range.
  case whole(ClosedRange<Int>)
  case number
  case bool
  /// One of these texts.
  case oneOf([String])
  case list(of: Shape, atMost: Int?)
  /// The members of an object. In params no others may come; in results others may be added with time.
  case object([Field])
  /// An object whose keys are not known beforehand.
  case map(of: Shape)
  /// The shape, or `null`.
  case optional(Shape)

  public static let text = Shape.text(.any)
  public static let whole = Shape.whole(.min ... .max)
  public static func list(of shape: Shape) -> Shape { .list(of: shape, atMost: nil) }
}

/// A member of an object by its name.
public struct Field: Hashable, Sendable {
  public let name: String
  public let shape: Shape
  /// An optional member may be absent or `null`.
  public let isOptional: Bool
  public let summary: String?

  public init(_ name: String, _ shape: Shape, optional: Bool = false, _ summary: String? = nil) {
    self.name = name
    self.shape = shape
    self.isOptional = optional
    self.summary = summary
  }
}
