// SPDX-License-Identifier: Apache-2.0

/// How large a part of a CSV file may grow before it is refused, so that a broken or hostile file cannot
/// use memory without end.
public struct CSVLimits: Sendable, Hashable {
  /// Bytes of UTF-8 in one cell.
  public var cellBytes: Int
  /// Bytes of UTF-8 in all cells of one row together.
  public var rowBytes: Int
  /// Cells in one row.
  public var columns: Int

  public init(cellBytes: Int = 65_536, rowBytes: Int = 1_048_576, columns: Int = 2_048) {
    self.cellBytes = cellBytes
    self.rowBytes = rowBytes
    self.columns = columns
  }
}
