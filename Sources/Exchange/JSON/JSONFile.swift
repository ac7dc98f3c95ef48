// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Vocabulary

extension JSONValue {
  /// Reads a file that a person chose.
  ///
  /// - Throws: a fault of `code` at `line:column`.
  init(file bytes: [UInt8], code: Fault.Code) throws {
    do {
      try self.init(reading: bytes, limits: .file)
    } catch {
      let (line, column) = error.place(in: bytes)
      throw Fault(
        code, "the file is not JSON from line \(line), column \(column) on", at: "\(line):\(column)",
        maybe: "check that the file is whole and in UTF-8: \(error.sentence)")
    }
  }

  /// One line ended by a line feed; the same bytes for the same value.
  var line: [UInt8] { self.bytes + [0x0A] }

  /// The values of a list; none for anything else.
  var values: [JSONValue] { self.list ?? [] }

  /// A whole number, also one that is written `2.0`.
  var wholeNumber: Int? { self.whole ?? self.number?.double.flatMap { Int(exactly: $0) } }
}
