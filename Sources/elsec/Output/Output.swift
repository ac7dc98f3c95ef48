// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Vocabulary

/// The process's two streams. Everything a command says goes through here.
enum Output {
  static func write(_ text: String) { put(text, to: STDOUT_FILENO) }
  static func line(_ text: String = "") { write(text + "\n") }
  static func complain(_ text: String) { put(text, to: STDERR_FILENO) }

  /// Whether a person reads standard error, so that progress may be redrawn in place.
  static var errorsAreSeen: Bool { isatty(STDERR_FILENO) == 1 }

  /// One JSON text and a line end.
  static func json(_ value: some Encodable) throws { self.line(try self.text(value)) }

  /// JSON in one line: sorted keys, no escaped slashes, the same bytes for the same value.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw Fault(.defect, "a result could not be written as JSON", cause: error)
    }
  }

  private static func put(_ text: String, to stream: Int32) {
    var bytes = text.utf8.span
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBufferPointer { Glibc.write(stream, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.extracting(droppingFirst: written)
    }
  }
}

extension Fault.Code {
  static let defect = Fault.Code("elsec.defect", .defect)
}
