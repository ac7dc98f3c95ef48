// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Reading {
  /// The area itself; `nil` before it was set.
  public func areaRecord() throws -> AreaRecord? {
    try self.rows("SELECT area, name, time_zone FROM area WHERE area = $1").first.map { row in
      var reader = RowReader(row)
      return AreaRecord(id: try reader.next(), name: try reader.next(), timeZone: try reader.next())
    }
  }
}

extension Records {
  /// Adds or renames the area. Nothing else can be kept for an area before this.
  ///
  /// - Throws: `store.conflict` when the record is not of the transaction's area.
  @discardableResult
  public func put(_ area: AreaRecord) throws -> Change {
    guard area.id == self.area else {
      throw Fault(.storeConflict, "the transaction is for area \(self.area), not \(area.id)")
    }
    let known = try self.areaRecord()
    guard known != area else { return .unchanged }
    let columns: [any ColumnValue] = [area.name, area.timeZone]
    try self.execute(
      known == nil
        ? "INSERT INTO area (area, name, time_zone) VALUES ($1, $2, $3)"
        : "UPDATE area SET name = $2, time_zone = $3 WHERE area = $1",
      columns
    )
    try self.audit(
      known == nil ? .add : .change,
      "area",
      area.id.rawValue,
      content: CanonicalBytes(of: columns.map(\.column)).bytes
    )
    return known == nil ? .added : .changed
  }
}
