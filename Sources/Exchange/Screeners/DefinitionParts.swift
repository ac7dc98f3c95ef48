// SPDX-License-Identifier: Apache-2.0

/// A `screener.yaml` cut into its outermost keys, each with its text word for word. Lines that begin with `#` are left out.
public struct DefinitionParts: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let key: String
    /// From the key to the end of its value, without a line end after it.
    public let text: String

    init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }

  /// In the order of the file.
  public let parts: [Part]

  /// Cuts a file that Definitions reads without a finding; of any other text the cut means nothing.
  public init(cutting text: String) {
    var parts: [(key: String, lines: [String])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(line.last == "\r" ? line.dropLast() : line)
      guard let first = line.utf8.first, first != UInt8(ascii: "#") else { continue }
      if (0x61...0x7A).contains(first), let colon = line.firstIndex(of: ":") {
        parts.append((String(line[..<colon]), [line]))
      } else if !parts.isEmpty {
        parts[parts.count - 1].lines.append(line)
      }
    }
    self.parts = parts.map { Part(key: $0.key, text: $0.lines.joined(separator: "\n")) }
  }

  init(_ parts: [Part]) { self.parts = parts }

  /// No parts: what FHIR has no form for is then left out.
  public static let none = DefinitionParts([])

  subscript(key: String) -> String? { self.parts.first { $0.key == key }?.text }
}
