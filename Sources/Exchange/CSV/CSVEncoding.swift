// SPDX-License-Identifier: Apache-2.0

/// How the bytes of a CSV file stand for characters.
///
/// UTF-8 is the rule, with or without a byte order mark, and is checked strictly. Windows-1252 is for files
/// that are known to need it: the daily extract of Get Information About Schools is one.
public enum CSVEncoding: String, Sendable, CaseIterable {
  case utf8
  case windows1252 = "cp1252"

  /// UTF-8 when `bytes` are valid UTF-8, Windows-1252 otherwise. For whole files only: the start of a file
  /// may be plain ASCII in either.
  public static func detected(in bytes: [UInt8]) -> CSVEncoding {
    String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
  }

  /// The Unicode scalars of the bytes 0x80 to 0x9F in Windows-1252; 0 where the code page has none.
  static let windows1252High: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]

  /// Turns one byte of Windows-1252 above 0x7F into UTF-8; `nil` where the code page has no character.
  static func utf8(ofWindows1252 byte: UInt8) -> [UInt8]? {
    let value = byte < 0xA0 ? Self.windows1252High[Int(byte & 0x1F)] : UInt32(byte)
    guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    return Array(String(Character(scalar)).utf8)
  }
}
