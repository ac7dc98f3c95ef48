// SPDX-License-Identifier: Apache-2.0

/// Where a sealed cell stands. A cell opens nowhere else: it can't be moved to another row, column or area.
public struct CellPlace: Sendable, Hashable {
  public let table: String
  public let column: String
  /// The row's whole key, the area in it, in the order of the key's columns.
  public let row: [String]

  public init(table: String, column: String, row: [String]) {
    self.table = table
    self.column = column
    self.row = row
  }

  /// One way to write it: every part after its length.
  var bytes: [UInt8] {
    var bytes = Array("elsec/cell/1".utf8)
    for part in [self.table, self.column] + self.row {
      let utf8 = Array(part.utf8)
      bytes += withUnsafeBytes(of: UInt32(utf8.count).littleEndian) { Array($0) }
      bytes += utf8
    }
    return bytes
  }
}
