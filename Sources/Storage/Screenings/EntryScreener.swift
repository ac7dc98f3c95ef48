// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// Which screener and version a sitting uses; `nil` when there is no such sitting. Shows no child, so it leaves no
  /// trace.
  public func screener(ofEntry id: EntryID) throws -> (screener: String, version: String)? {
    let rows = try self.rows("SELECT screener, version FROM entry WHERE area = $1 AND id = $2", [id])
    guard let row = rows.first else { return nil }
    var reader = RowReader(row)
    return (screener: try reader.next(), version: try reader.next())
  }
}
