// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A type that fills one column. Reading back what was written gives an equal value.
protocol ColumnValue {
  /// `nil` when the column holds something else.
  init?(column: SQLValue)
  var column: SQLValue { get }
}

extension String: ColumnValue {
  init?(column: SQLValue) {
    guard case .text(let text) = column else { return nil }
    self = text
  }
  var column: SQLValue { .text(self) }
}

extension Int: ColumnValue {
  init?(column: SQLValue) {
    guard case .integer(let number) = column else { return nil }
    self = number
  }
  var column: SQLValue { .integer(self) }
}

extension Bool: ColumnValue {
  init?(column: SQLValue) {
    guard case .integer(let number) = column, number == 0 || number == 1 else { return nil }
    self = number == 1
  }
  var column: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: ColumnValue {
  init?(column: SQLValue) {
    switch column {
    case .real(let number): self = number
    case .integer(let number): self = Double(number)
    case .null, .text: return nil
    }
  }
  var column: SQLValue { .real(self) }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  init?(column: SQLValue) {
    if case .null = column {
      self = .none
    } else {
      guard let value = Wrapped(column: column) else { return nil }
      self = .some(value)
    }
  }
  var column: SQLValue { self?.column ?? .null }
}

extension ID: ColumnValue {
  init?(column: SQLValue) {
    guard let text = String(column: column) else { return nil }
    self.init(text)
  }
  var column: SQLValue { .text(self.rawValue) }
}

extension CivilDate: ColumnValue {
  init?(column: SQLValue) {
    guard let text = String(column: column) else { return nil }
    self.init(text)
  }
  var column: SQLValue { .text(self.description) }
}

extension Instant: ColumnValue {
  init?(column: SQLValue) {
    guard let text = String(column: column) else { return nil }
    self.init(text)
  }
  var column: SQLValue { .text(self.description) }
}

extension SchoolWeek: ColumnValue {
  init?(column: SQLValue) {
    guard let text = String(column: column) else { return nil }
    self.init(text)
  }
  var column: SQLValue { .text(self.description) }
}

extension Digest: ColumnValue {
  init?(column: SQLValue) {
    guard let text = String(column: column) else { return nil }
    self.init(hex: text)
  }
  var column: SQLValue { .text(self.description) }
}

extension ColumnValue where Self: RawRepresentable, RawValue == String {
  init?(column: SQLValue) {
    guard let text = String(column: column) else { return nil }
    self.init(rawValue: text)
  }
  var column: SQLValue { .text(self.rawValue) }
}

/// A list is text: each item ends with a line feed; a line feed or backslash inside an item is escaped.
extension Array: ColumnValue where Element == String {
  init?(column: SQLValue) {
    guard let text = String(column: column) else { return nil }
    var items: [String] = []
    var item = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      switch (isEscaped, scalar) {
      case (true, "n"): item.append("\n")
      case (true, "\\"): item.append("\\")
      case (true, _): return nil
      case (false, "\n"):
        items.append(String(item))
        item = String.UnicodeScalarView()
      case (false, "\\"): break
      case (false, _): item.append(scalar)
      }
      isEscaped = !isEscaped && scalar == "\\"
    }
    guard item.isEmpty, !isEscaped else { return nil }
    self = items
  }

  var column: SQLValue {
    var text = String.UnicodeScalarView()
    for item in self {
      for scalar in item.unicodeScalars {
        switch scalar {
        case "\n": text.append(contentsOf: "\\n".unicodeScalars)
        case "\\": text.append(contentsOf: "\\\\".unicodeScalars)
        default: text.append(scalar)
        }
      }
      text.append("\n")
    }
    return .text(String(text))
  }
}

extension ColumnValue where Self: CheckedText {
  init?(column: SQLValue) {
    guard let text = String(column: column), let value = try? Self(validating: text) else { return nil }
    self = value
  }
  var column: SQLValue { .text(self.text) }
}

extension NCYear: ColumnValue {}
extension AcademicYear: ColumnValue {}
extension Term: ColumnValue {}
extension Postcode: ColumnValue {}
extension LACode: ColumnValue {}
extension Sex: ColumnValue {}

extension Phase: ColumnValue {
  init?(column: SQLValue) {
    guard let number = Int(column: column) else { return nil }
    self.init(rawValue: number)
  }
  var column: SQLValue { .integer(self.rawValue) }
}
