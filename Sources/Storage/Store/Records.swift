// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One area's records inside one writing transaction.
///
/// Every method that changes a record, and every method that shows a child, appends its own audit entry;
/// there is no way round it. Methods named `add` refuse a record that is already there, `put` methods add or
/// change and say which.
public final class Records: Reading {
  private var chain: AuditChain?
  /// The transaction will be rolled back whatever happens, and its audit entries with it.
  private let isRehearsal: Bool

  init(
    _ connection: any SQLConnection,
    as principal: Principal,
    at now: Instant,
    hash: @escaping Hashing,
    isRehearsal: Bool
  ) {
    self.isRehearsal = isRehearsal
    super.init(connection, as: principal, at: now, hash: hash)
  }

  @discardableResult
  func execute(_ sql: String, _ values: [any ColumnValue] = []) throws -> Int {
    try self.open().execute(sql, [self.area.column] + values.map(\.column))
  }

  /// Inserts one row. Says nothing about it in the audit.
  func insertSilently<Record: TableRow>(_ record: Record) throws {
    try self.open().execute(Record.table.insert, [self.area.column] + record.values)
  }

  func insert<Record: TableRow>(_ record: Record, about children: [ChildID] = []) throws {
    try self.insertSilently(record)
    try self.audit(.add, record, about: children)
  }

  /// Overwrites the row that has the record's key.
  func overwrite<Record: TableRow>(
    _ record: Record,
    as action: AuditAction = .change,
    about children: [ChildID] = []
  ) throws {
    guard try self.open().execute(Record.table.update, [self.area.column] + record.values) == 1 else {
      throw Fault(.storeNotFound, "there is no such \(Record.table.name)", at: record.entity)
    }
    try self.audit(action, record, about: children)
  }

  func upsert<Record: TableRow>(_ record: Record, about children: [ChildID] = []) throws -> Change {
    let key = [self.area.column] + record.values.prefix(Record.table.keyCount)
    guard let row = try self.open().query(Record.table.selectByKey, key).first else {
      try self.insert(record, about: children)
      return .added
    }
    guard row.values != record.values else { return .unchanged }
    try self.overwrite(record, about: children)
    return .changed
  }

  // MARK: Audit

  /// Appends an audit entry about a record.
  func audit<Record: TableRow>(_ action: AuditAction, _ record: Record, about children: [ChildID]) throws {
    try self.audit(
      action,
      Record.table.name,
      record.entity,
      about: children,
      content: CanonicalBytes(of: record.values).bytes
    )
  }

  /// Appends an audit entry that children were shown.
  ///
  /// - Throws: `store.defect` in a rehearsal, whose entries do not last.
  func auditView(_ kind: String, _ entity: String, of children: [ChildID]) throws {
    guard !self.isRehearsal else {
      throw Fault(.storeDefect, "a rehearsal cannot show children: its audit entry would not last")
    }
    try self.audit(.view, kind, entity, about: children, content: [])
  }

  func audit(
    _ action: AuditAction,
    _ kind: String,
    _ entity: String,
    about children: [ChildID] = [],
    content: [UInt8]
  ) throws {
    var chain = try self.chain ?? self.auditChain()
    let salt = UUIDv7.text(
      at: self.now,
      random: (UInt64.random(in: 0...UInt64.max), UInt64.random(in: 0...UInt64.max))
    )
    var details = CanonicalBytes(domain: "elsec/audit-details/1")
    details.append(salt)
    details.append(content)
    let entry = chain.append(
      AuditFact(
        at: self.now,
        actor: self.principal.name,
        role: self.principal.role.rawValue,
        purpose: self.principal.purpose,
        action: action,
        kind: kind,
        entity: entity,
        subjects: Set(children).map(\.rawValue).sorted(),
        details: self.hash(details.bytes)
      ),
      hash: self.hash
    )
    self.chain = chain
    try self.keep(entry, salt: salt)
  }

  /// Writes what the transaction owes at its end: the audit's head.
  func finish() throws {
    if let head = self.chain?.head { try self.keep(head) }
  }
}

extension TableRow {
  /// The key as the audit names it; several columns are joined by `/`.
  var entity: String {
    self.values.prefix(Self.table.keyCount).map { value in
      switch value {
      case .text(let text): text
      case .integer(let number): "\(number)"
      case .real(let number): "\(number)"
      case .null: ""
      }
    }.joined(separator: "/")
  }
}
