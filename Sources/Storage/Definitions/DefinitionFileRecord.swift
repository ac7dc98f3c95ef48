// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One file of a kept definition, byte for byte. Kept as text where the bytes are UTF-8 without a NUL, which
/// every engine can hold; else as hexadecimal digits.
public struct DefinitionFileRecord: Sendable, Hashable {
  public let hash: Digest
  /// Without a folder: `screener.yaml`, `norms.csv`.
  public let name: String
  public var bytes: [UInt8]

  public init(hash: Digest, name: String, bytes: [UInt8]) {
    self.hash = hash
    self.name = name
    self.bytes = bytes
  }
}

extension DefinitionFileRecord: TableRow {
  private enum Coding: String, ColumnValue {
    case text = "utf-8"
    case hex
  }

  static let table = TableShape("kept_definition_file", key: 2, ["hash", "name", "coding", "content"])

  init(_ row: inout RowReader) throws {
    let (hash, name): (Digest, String) = (try row.next(), try row.next())
    let (coding, content): (Coding, String) = (try row.next(), try row.next())
    guard let bytes = coding == .text ? Array(content.utf8) : Self.bytes(hex: content) else {
      throw Fault(
        .storeCorrupt,
        "a file of a kept definition can't be read",
        at: "definition \(hash)",
        maybe: "run 'elsec store check'; another program may have written to the store"
      )
    }
    self.init(hash: hash, name: name, bytes: bytes)
  }

  var values: [SQLValue] {
    let text = self.bytes.contains(0) ? nil : String(validating: self.bytes, as: UTF8.self)
    return [
      self.hash.column, self.name.column, (text == nil ? Coding.hex : .text).column,
      .text(text ?? Self.hex(self.bytes)),
    ]
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(text)
  }

  /// `nil` for an odd number of digits or anything that is none.
  private static func bytes(hex text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for unit in text.utf8 {
      let digit: UInt8
      switch unit {
      case 0x30...0x39: digit = unit - 0x30
      case 0x61...0x66: digit = unit - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return high == nil ? bytes : nil
  }
}
