// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One area's records inside one writing transaction.
///
/// Every method that changes a record, and every method that shows a child, appends its own audit entry;
/// there is no way round it. Methods named `add` refuse a record that is already there, `put` methods add or
/// change and say which.
public final class Records: Reading {
  private var chain: AuditChain?
  /// Which children were shown, so that it can be audited again after a rehearsal was undone.
  private(set) var views: [View] = []

  struct View: Sendable {
    let kind: String
    let entity: String
    let children: [ChildID]
  }

  @discardableResult
  func execute(_ sql: String, _ values: [any ColumnValue] = []) throws -> Int {
    try self.open().execute(sql, [self.area.column] + values.map(\.column))
  }

  /// Runs a statement whose `$1` is the area and whose count nobody needs; its errors may come later.
  func send(_ sql: String, _ values: [any ColumnValue] = []) throws {
    try self.open().send(sql, [self.area.column] + values.map(\.column))
  }

  /// Inserts one row. Says nothing about it in the audit.
  func insertSilently<Record: TableRow>(_ record: Record) throws {
    try self.open().send(Record.table.insert, [self.area.column] + record.values)
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

  /// Runs a DELETE of exactly one row by its key.
  func remove<Record: TableRow>(_ type: Record.Type, _ sql: String, _ key: [any ColumnValue]) throws {
    guard let record: Record = try self.find(key: key), try self.execute(sql, key) == 1 else {
      throw Fault(.storeNotFound, "there is no such \(Record.table.name)")
    }
    try self.audit(.remove, record, about: [])
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

  /// Appends an audit entry that children were shown; none when none was.
  func auditView(_ kind: String, _ entity: String, of children: [ChildID]) throws {
    guard !children.isEmpty else { return }
    self.views.append(View(kind: kind, entity: entity, children: children))
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
