// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// The values of a statement as text that ends in NUL, one after another, the form that libpq takes.
struct PostgresParameters {
  private var bytes: [CChar] = []
  /// Where each value begins; `nil` for NULL.
  private var starts: [Int?] = []

  /// - Throws: `value.malformed` for a NUL character, which PostgreSQL keeps in no text.
  init(_ values: [SQLValue]) throws {
    self.starts.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .null:
        self.starts.append(nil)
        continue
      case .integer(let number): self.append("\(number)")
      case .real(let number): self.append("\(number)")
      case .text(let text):
        guard !text.utf8.contains(0) else {
          throw Fault(.malformed, "text to be kept holds a NUL character", maybe: "take it out")
        }
        self.append(text)
      }
    }
  }

  private mutating func append(_ text: String) {
    self.starts.append(self.bytes.count)
    for byte in text.utf8 { self.bytes.append(CChar(bitPattern: byte)) }
    self.bytes.append(0)
  }

  var count: Int32 { Int32(self.starts.count) }

  func withPointers<Value>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value) -> Value {
    self.bytes.withUnsafeBufferPointer { bytes in
      let pointers = self.starts.map { start -> UnsafePointer<CChar>? in
        guard let start, let base = bytes.baseAddress else { return nil }
        return base + start
      }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}
