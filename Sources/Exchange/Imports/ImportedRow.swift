// SPDX-License-Identifier: Apache-2.0

/// A row of one kind of file, read and checked cell by cell.
public protocol ImportedRow: Sendable {
  static var layout: ImportLayout { get }

  /// Reads one row. Every problem is noted in `cells`, not only the first; `nil` when there was one.
  init?(_ cells: inout ImportCells)

  /// What the row is about, in a form that may not stand in one file twice; `nil` when rows may repeat.
  var identity: String? { get }
  /// The column that ``identity`` comes from.
  static var identityColumn: String { get }
}
