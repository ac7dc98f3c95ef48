// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// An item bank: CSV with the header `item,domain,a,b1` and further `b2,b3…`, or `item,domain,b1` for a Rasch bank;
/// without quotes. An item with fewer steps leaves the later cells empty.
enum BankRows {
  /// `nil` when the header is another one; rows that can't be read are reported with `file:row:column` and dropped.
  static func rows(_ bytes: [UInt8], path: String, isRasch: Bool, findings: Findings) -> [BankItem]? {
    let table = SideTable(bytes, path: path, findings: findings)
    let fixed = isRasch ? ["item", "domain"] : ["item", "domain", "a"]
    let steps = max(1, table.header.count - fixed.count)
    let header = fixed + (1...steps).map { "b\($0)" }
    guard table.begins(with: header, "the item bank") else { return nil }
    return table.rows.compactMap { row in
      guard row.cells.count == header.count else { return row.refuseWidth(header) }
      let slope = isRasch ? 1 : row.number(2, "a")
      let written = row.cells.indices.dropFirst(fixed.count).filter { !row.cells[$0].isEmpty }
      let locations = written.map { row.number($0, header[$0]) }
      guard let slope, !locations.contains(nil) else { return nil }
      guard let last = written.last, written.count == last - fixed.count + 1 else {
        return row.refuse(fixed.count, "the row has no b1, or leaves one out", maybe: "write the steps from b1 on")
      }
      return BankItem(
        code: ItemCode(row.cells[0]),
        discrimination: slope,
        thresholds: locations.compactMap(\.self),
        domain: row.cells[1].isEmpty ? nil : row.cells[1]
      )
    }
  }
}
