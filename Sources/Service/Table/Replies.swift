// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import StrictJSON
import Vocabulary

extension JSONValue {
  static func texts(_ values: some Sequence<String>) -> JSONValue { .list(values.map { .text($0) }) }

  /// A number of points or a share; `null` for what JSON has no form for.
  static func real(_ value: Double) -> JSONValue { JSONNumber(value).map { .number($0) } ?? .null }

  /// A value that lays itself out.
  init(laidOut value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self = try JSONValue(reading: Array(try encoder.encode(value)), limits: .file)
  }
}
