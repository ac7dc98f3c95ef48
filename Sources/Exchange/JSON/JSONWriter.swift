// SPDX-License-Identifier: Apache-2.0

/// A ``JSONValue`` as one line of text: keys sorted by their bytes, no spaces, `/` not escaped, the same bytes for the
/// same value.
enum JSONWriter {
  static func bytes(_ value: JSONValue) -> [UInt8] {
    var text = ""
    self.write(value, to: &text)
    return Array(text.utf8) + [0x0A]
  }

  private static func write(_ value: JSONValue, to text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let digits): text += digits
    case .text(let string): text += self.quoted(string)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        self.write(value, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let keys = members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for (index, key) in keys.enumerated() {
        if index > 0 { text += "," }
        text += self.quoted(key) + ":"
        self.write(members[key] ?? .null, to: &text)
      }
      text += "}"
    }
  }

  /// A JSON string. YAML reads it as the same text.
  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
