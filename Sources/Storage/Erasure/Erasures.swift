// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What an erasure took away.
public struct ErasureOutcome: Sendable, Hashable {
  /// How many rows went, over all tables.
  public let rows: Int
  /// Notes on visits of several children, which stay: somebody has to read them.
  public let sharedNotes: Int

  public init(rows: Int, sharedNotes: Int) {
    self.rows = rows
    self.sharedNotes = sharedNotes
  }
}

extension Reading {
  /// The area's erasures by child. Names nobody: ids only.
  public func erasures() throws -> [ErasureRecord] { try self.list("WHERE area = $1 ORDER BY child") }

  public func erasure(of child: ChildID) throws -> ErasureRecord? { try self.find(key: [child]) }

  func refuseErased(_ child: ChildID) throws {
    guard try self.erasure(of: child) == nil else {
      throw Fault(
        .childErased, "everything about the child of this id was erased", at: "child \(child)",
        maybe: "take the child out of the file; another child needs another id")
    }
  }
}

extension Records {
  /// Erases everything about a child and puts the erasure on record. Rows of the audit stay, and the chain holds: they
  /// have ids only, and the salts of their hashes go.
  ///
  /// Whether it may be done is for the caller to decide: holds and due days are not looked at. What the engine still
  /// has in free pages or its log goes as it reuses them; a backup keeps what it has.
  ///
  /// - Throws: `store.conflict` when the child was erased before, or both people are the same.
  public func erase(_ erasure: ErasureRecord) throws -> ErasureOutcome {
    let child = erasure.child
    // The erasure first: what is only ever added is let go by it alone.
    try self.insert(erasure, about: [child])
    let sharedNotes = try self.number(ChildTable.notesShared, [child])
    var rows = 0
    try self.blankNotes(of: child)
    try self.forgetAnswers(about: child)
    for table in ChildTable.all {
      guard case .removed = table.erasure else { continue }
      rows += try self.execute("DELETE FROM \(table.name) WHERE \(table.clause)", [child])
    }
    try self.audit(.remove, ChildRecord.table.name, child.rawValue, about: [child], content: [])
    try self.execute(
      """
      DELETE FROM audit_salt WHERE area = $1 AND sequence_number IN (
        SELECT audit_subject.sequence_number FROM audit_subject
        WHERE audit_subject.area = $1 AND audit_subject.child = $2)
      """,
      [child]
    )
    return ErasureOutcome(rows: rows, sharedNotes: sharedNotes)
  }

  /// Empties what was written about visits that no other child was down for or at.
  private func blankNotes(of child: ChildID) throws {
    try self.execute(
      "UPDATE visit_done SET note = '' WHERE area = $1 AND note <> '' AND visit IN (\(ChildTable.visitsAlone))",
      [child]
    )
    try self.execute(
      """
      UPDATE demand_visit SET reason = '', cancel_reason = CASE WHEN cancel_reason IS NULL THEN NULL ELSE '' END
      WHERE area = $1 AND id IN (\(ChildTable.visitsAlone))
      """,
      [child]
    )
  }

  /// Removes answers kept for repeated calls that name the child, a screening of the child, or an entry.
  private func forgetAnswers(about child: ChildID) throws {
    let rows = try self.rows(
      """
      SELECT id FROM screening WHERE area = $1 AND child = $2
      UNION SELECT id FROM entry WHERE area = $1 AND child = $2
      """,
      [child]
    )
    let ids = try rows.map { row in
      var reader = RowReader(row)
      return try reader.next(String.self)
    }
    for id in ids + [child.rawValue] {
      let escaped = id.reduce(into: "") { text, character in
        if "\\%_".contains(character) { text.append("\\") }
        text.append(character)
      }
      try self.execute(
        #"DELETE FROM idempotency_key WHERE area = $1 AND answer LIKE $2 ESCAPE '\'"#, ["%\"\(escaped)\"%"])
    }
  }
}

extension Fault.Code {
  /// The child's record was erased for good.
  public static let childErased = Fault.Code("child.erased", .badInput)
}
