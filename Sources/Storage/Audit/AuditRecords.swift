// SPDX-License-Identifier: Apache-2.0

public import AuditRoots
public import Vocabulary

extension Records {
  /// Takes the area's head for this transaction alone: writers of the same area queue on its row.
  func auditChain() throws -> AuditChain {
    try self.send(
      "INSERT INTO audit_head (area, sequence_number, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING",
      [Digest.zero]
    )
    try self.send("UPDATE audit_head SET sequence_number = sequence_number WHERE area = $1")
    return AuditChain(from: try self.auditHead())
  }

  func keep(_ head: AuditHead) throws {
    try self.send(
      "UPDATE audit_head SET sequence_number = $2, hash = $3 WHERE area = $1",
      [head.sequence, head.hash]
    )
  }

  func keep(_ entry: AuditEntry, salt: String) throws {
    try self.send(
      """
      INSERT INTO audit (area, sequence_number, made_at, actor, role, purpose, action, kind, entity, details,
        previous, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """,
      [
        entry.sequence, entry.fact.at, entry.fact.actor, entry.fact.role, entry.fact.purpose,
        entry.fact.action, entry.fact.kind, entry.fact.entity, entry.fact.details, entry.previous, entry.hash,
      ]
    )
    try self.send(
      "INSERT INTO audit_salt (area, sequence_number, salt) VALUES ($1, $2, $3)",
      [entry.sequence, salt]
    )
    for subject in entry.fact.subjects {
      try self.send(
        "INSERT INTO audit_subject (area, sequence_number, child) VALUES ($1, $2, $3)",
        [entry.sequence, subject]
      )
    }
  }
}

extension Reading {
  /// Where the area's chain ends; ``AuditHead/empty`` before the first entry.
  public func auditHead() throws -> AuditHead {
    let rows = try self.rows("SELECT sequence_number, hash FROM audit_head WHERE area = $1")
    guard let row = rows.first else { return .empty }
    var reader = RowReader(row)
    return AuditHead(sequence: try reader.next(), hash: try reader.next())
  }

  /// Entries in their order, from the one after `sequence` on.
  ///
  /// - Parameters:
  ///   - actor: only what this person did.
  ///   - child: only what is about this child, or shows it.
  public func auditEntries(
    after sequence: Int = 0,
    limit: Int = 500,
    actor: String? = nil,
    child: ChildID? = nil
  ) throws -> [AuditEntry] {
    let rows = try self.rows(
      """
      SELECT sequence_number, made_at, actor, role, purpose, action, kind, entity, details, previous, hash
      FROM audit
      WHERE area = $1 AND sequence_number > $2
        AND (CAST($4 AS text) IS NULL OR actor = $4)
        AND (CAST($5 AS text) IS NULL OR EXISTS (
          SELECT 1 FROM audit_subject
          WHERE audit_subject.area = audit.area AND audit_subject.child = $5
            AND audit_subject.sequence_number = audit.sequence_number))
      ORDER BY sequence_number LIMIT $3
      """,
      [sequence, limit, actor, child]
    )
    guard let last = rows.last, case .integer(let end)? = last.values.first else { return [] }
    let subjects = try self.auditSubjects(after: sequence, through: end)
    return try rows.map { row in
      var reader = RowReader(row)
      let sequence: Int = try reader.next()
      let fact = AuditFact(
        at: try reader.next(),
        actor: try reader.next(),
        role: try reader.next(),
        purpose: try reader.next(),
        action: try reader.next(),
        kind: try reader.next(),
        entity: try reader.next(),
        subjects: subjects[sequence] ?? [],
        details: try reader.next()
      )
      return AuditEntry(
        sequence: sequence,
        fact: fact,
        previous: try reader.next(),
        hash: try reader.next()
      )
    }
  }

  private func auditSubjects(after sequence: Int, through end: Int) throws -> [Int: [String]] {
    var subjects: [Int: [String]] = [:]
    let rows = try self.rows(
      """
      SELECT sequence_number, child FROM audit_subject
      WHERE area = $1 AND sequence_number > $2 AND sequence_number <= $3
      """,
      [sequence, end]
    )
    for row in rows {
      var reader = RowReader(row)
      let (sequence, child): (Int, String) = (try reader.next(), try reader.next())
      subjects[sequence, default: []].append(child)
    }
    return subjects.mapValues { $0.sorted() }
  }

  /// Reads the area's whole audit, a page at a time, and compares it with all that vouches for it.
  ///
  /// - Parameters:
  ///   - kept: roots that somebody kept outside the store.
  ///   - keys: whose signatures count; none: signatures are not looked at.
  public func inspectAudit(
    kept: [SignedAuditRoot] = [], keys: [AuditVerifier] = []
  ) throws -> AuditInspection.Outcome {
    let roots = try self.auditRoots()
    var inspection = AuditInspection(
      of: self.area, head: try self.auditHead(), roots: roots, kept: kept, keys: keys, hash: self.hash)
    while true {
      let page = try self.auditEntries(after: inspection.size, limit: 500)
      for entry in page where inspection.firstBreak == nil { inspection.check(entry) }
      if page.isEmpty || inspection.firstBreak != nil { return inspection.finish(at: self.now) }
    }
  }

  /// The first place where the area's audit is not what was written; `nil` when it is whole.
  public func firstAuditBreak() throws -> AuditBreak? { try self.inspectAudit().firstBreak }
}
