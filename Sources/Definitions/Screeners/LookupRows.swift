// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// A lookup file: CSV with the header `age_from,age_to,raw,value`, without quotes.
enum LookupRows {
  static let header = ["age_from", "age_to", "raw", "value"]

  /// `nil` when the header is another one; rows that can't be read are reported with `file:row:column` and dropped.
  static func rows(_ bytes: [UInt8], path: String, findings: Findings) -> [LookupTable.Row]? {
    let table = SideTable(bytes, path: path, findings: findings)
    guard table.begins(with: Self.header, "the lookup table") else { return nil }
    return table.rows.compactMap { row in
      guard row.cells.count == Self.header.count else { return row.refuseWidth(Self.header) }
      let from = row.int(0, "age_from")
      let to = row.int(1, "age_to")
      let raw = row.int(2, "raw")
      let value = row.number(3, "value")
      guard let from, let to, let raw, let value else { return nil }
      return LookupTable.Row(ages: InclusiveRange(from, to), raw: raw, value: value)
    }
  }
}
