// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// A norm file: CSV with the header `age_months,L,M,S` and numbers below, without quotes.
enum LMSTable {
  static let header = ["age_months", "L", "M", "S"]

  /// `nil` when the header is another one; rows that can't be read are reported with `file:row:column` and dropped.
  static func rows(_ bytes: [UInt8], path: String, findings: Findings) -> [NormTable.Row]? {
    let table = SideTable(bytes, path: path, findings: findings)
    guard table.begins(with: Self.header, "the norm table") else { return nil }
    return table.rows.compactMap { row in
      guard row.cells.count == Self.header.count else { return row.refuseWidth(Self.header) }
      let numbers = Self.header.indices.map { row.number($0, Self.header[$0]) }
      guard let age = numbers[0], let l = numbers[1], let m = numbers[2], let s = numbers[3] else { return nil }
      return NormTable.Row(ageMonths: age, l: l, m: m, s: s)
    }
  }
}
