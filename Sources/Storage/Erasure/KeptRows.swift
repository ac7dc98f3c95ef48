// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What one table says about a child, value by value.
public struct KeptRows: Sendable, Hashable {
  public let table: String
  public let columns: [String]
  /// In the order of ``columns``; `nil` where nothing is kept.
  public let rows: [[String?]]
}

extension Records {
  /// Everything kept about a child, table by table; tables without a row are left out. Notes on a visit are there when
  /// no other child was down for it or at it. The child's rows in the audit are not: see ``Reading/auditEntries``.
  ///
  /// - Throws: `store.not-found` when there is no such child.
  public func everythingKept(about child: ChildID) throws -> [KeptRows] {
    let kept = try ChildTable.all.reversed().map { table in
      let columns = table.columns.joined(separator: ", ")
      let order = (1...table.columns.count).map(String.init).joined(separator: ", ")
      return KeptRows(
        table: table.name, columns: table.columns,
        rows: try self.rows("SELECT \(columns) FROM \(table.name) WHERE \(table.clause) ORDER BY \(order)", [child])
          .map { row in row.values.map(\.words) })
    }
    guard kept.contains(where: { $0.table == ChildRecord.table.name && !$0.rows.isEmpty }) else {
      throw Fault(.storeNotFound, "there is no such child", at: "child \(child)")
    }
    let notes = try self.rows(
      """
      SELECT id, note FROM visit_done WHERE area = $1 AND note <> '' AND visit IN (\(ChildTable.visitsAlone)) ORDER BY id
      """,
      [child]
    ).map { row in row.values.map(\.words) }
    try self.auditView("child", child.rawValue, of: [child])
    return (kept + [KeptRows(table: "visit_note", columns: ["visit_done", "note"], rows: notes)])
      .filter { !$0.rows.isEmpty }
  }
}

extension SQLValue {
  fileprivate var words: String? {
    switch self {
    case .null: nil
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    }
  }
}
