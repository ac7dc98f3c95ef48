// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension CohortTable {
  /// The screenings counted in each row as salted hashes: 16 hexadecimal digits each, sorted.
  func hashedRecords(_ hashing: Hashing, salt: [UInt8]) -> [[String]] {
    var hashes: [String: String] = [:]
    return self.recordsByRow.map { records in
      records.map { record in
        if let known = hashes[record] { return known }
        let hash = String(hashing(salt + Array(record.utf8)).description.prefix(16))
        hashes[record] = hash
        return hash
      }.sorted()
    }
  }
}

extension ReleasedTable {
  func ledgerEntry(records: [[String]]) -> ReleaseLedgerEntry {
    let shape = self.shown.shape
    let columns = shape.axes.last?.nodes.map(\.label) ?? []
    let lines = (0..<shape.rowCount).map { row in
      ReleaseLedgerEntry.Line(
        phase: shape.phase(ofRow: row),
        labels: shape.labels(ofRow: row),
        records: records[row],
        shown: Dictionary(
          columns.indices.map { (columns[$0], self.shown.cells[shape.cell(row: row, column: $0)].symbol) },
          uniquingKeysWith: { first, _ in first }
        )
      )
    }
    return ReleaseLedgerEntry(
      title: self.spec.title,
      spec: self.specText,
      policy: self.policy,
      asAt: self.asAt,
      canonicalText: self.canonicalText,
      lines: lines
    )
  }

  /// The summary's filter and dimensions in one line.
  var specText: String {
    self.spec.filter.canonicalText + ";by=" + self.spec.dimensions.map(\.rawValue).joined(separator: ",")
      + ";bands=" + self.spec.bands.joined(separator: ",")
      + ";period=\(self.spec.timePeriod) \(self.spec.timeIdentifier)"
  }
}
