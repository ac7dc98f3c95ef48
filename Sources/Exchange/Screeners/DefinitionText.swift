// SPDX-License-Identifier: Apache-2.0

/// Text for the strict subset of YAML that `Screeners/FORMAT.md` describes.
enum DefinitionText {
  private static let ambiguous: Set<String> = [
    "yes", "no", "on", "off", "y", "n", "true", "false", "null", "missing",
  ]

  /// A key or value: bare when every reader of YAML takes it as this text wherever it stands, else in quotes.
  static func scalar(_ text: String) -> String {
    let words = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x20, 0x2D, 0x2E, 0x5F].contains(byte)
    }
    guard words, let first = text.utf8.first, let last = text.utf8.last, last != 0x20,
      (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first), !self.ambiguous.contains(text.lowercased())
    else { return self.quoted(text) }
    return text
  }

  /// In double quotes, with every character escaped that some reader of YAML takes for a line end or refuses.
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

  static func list(_ texts: [String]) -> String { "[" + texts.map(self.scalar).joined(separator: ", ") + "]" }
}
