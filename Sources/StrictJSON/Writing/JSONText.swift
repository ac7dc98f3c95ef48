// SPDX-License-Identifier: Apache-2.0

/// Quoted strings, with the escapes of RFC 8785, 3.2.2.2.
enum JSONText {
  private static let digits = Array("0123456789abcdef".utf8)

  static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    // Nearly every text has nothing to escape and goes out in one piece.
    let isWritten = text.utf8.withContiguousStorageIfAvailable { buffer in
      for byte in buffer where Self.isEscaped(byte) { return false }
      bytes.append(contentsOf: buffer)
      return true
    }
    if isWritten != true {
      for byte in text.utf8 { self.write(byte, into: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func write(_ byte: UInt8, into bytes: inout [UInt8]) {
    guard self.isEscaped(byte) else { return bytes.append(byte) }
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case let control where control < 0x20:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(Self.digits[Int(control >> 4)])
      bytes.append(Self.digits[Int(control & 15)])
    default: bytes.append(byte)
    }
  }
}
