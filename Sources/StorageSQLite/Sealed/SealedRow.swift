// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import GRDB

/// The content of a row's sealed columns as bytes: column by column its name, the kind of its value, and the value.
///
/// Columns stand by name, so that a schema which has more or fewer of them still finds its own.
struct SealedRow: Sendable {
  private(set) var values: [String: DatabaseValue] = [:]

  init() {}

  subscript(_ column: String) -> DatabaseValue? {
    get { self.values[column] }
    set { self.values[column] = newValue }
  }

  /// The same for the same columns in the same `order`. No column of a record holds bytes.
  func bytes(_ order: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for column in order {
      guard let value = self.values[column] else { continue }
      bytes += [UInt8(truncatingIfNeeded: column.utf8.count)] + Array(column.utf8)
      switch value.storage {
      case .null, .blob: bytes.append(0)
      case .int64(let number): bytes += [1] + Self.littleEndian(UInt64(bitPattern: number))
      case .double(let number): bytes += [2] + Self.littleEndian(number.bitPattern)
      case .string(let text): bytes += [3] + Self.littleEndian(UInt64(text.utf8.count)) + Array(text.utf8)
      }
    }
    return bytes
  }

  /// `nil` for anything that ``bytes(_:)`` does not write.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let length = rest.popFirst() {
      guard let name = Self.text(&rest, Int(length)), let kind = rest.popFirst() else { return nil }
      if kind == 0 {
        self.values[name] = .null
        continue
      }
      guard let word = Self.word(&rest) else { return nil }
      switch kind {
      case 1: self.values[name] = Int64(bitPattern: word).databaseValue
      case 2: self.values[name] = Double(bitPattern: word).databaseValue
      case 3:
        guard let text = Self.text(&rest, Int(clamping: word)) else { return nil }
        self.values[name] = text.databaseValue
      default: return nil
      }
    }
  }

  private static func littleEndian(_ word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
  }

  private static func word(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    guard rest.count >= 8 else { return nil }
    defer { rest = rest.dropFirst(8) }
    return rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func text(_ rest: inout ArraySlice<UInt8>, _ count: Int) -> String? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return String(validating: rest.prefix(count), as: UTF8.self)
  }
}
