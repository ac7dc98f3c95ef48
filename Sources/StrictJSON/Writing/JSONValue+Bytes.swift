// SPDX-License-Identifier: Apache-2.0

extension JSONValue {
  /// The value as RFC 8785 writes it, one line without a line end: keys sorted by UTF-16 code units, no spaces, only
  /// those characters escaped that must be, `/` not. The same bytes for equal values.
  ///
  /// One thing is not RFC 8785's: a number is written as it was read, so `1.0` stays `1.0`.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    self.write(into: &bytes)
    return bytes
  }

  /// Appends ``bytes``.
  public func write(into bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let bool): bytes.append(contentsOf: bool ? "true".utf8 : "false".utf8)
    case .number(let number): bytes.append(contentsOf: number.written.utf8)
    case .text(let text): JSONText.write(text, into: &bytes)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for member in object.inOrder {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        JSONText.write(member.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
