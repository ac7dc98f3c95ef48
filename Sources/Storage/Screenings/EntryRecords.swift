// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Records {
  /// Opens a sitting.
  public func add(_ entry: EntryRecord) throws { try self.insert(entry, about: [entry.child]) }

  /// Shows a sitting, and leaves a trace of it.
  public func entry(_ id: EntryID) throws -> EntryRecord? {
    guard let entry: EntryRecord = try self.find(key: [id]) else { return nil }
    try self.auditView("entry", id.rawValue, of: [entry.child])
    return entry
  }

  /// Sittings by start, newest first; leaves a trace.
  public func entries(
    status: EntryStatus? = .open,
    by examiner: String? = nil,
    child: ChildID? = nil
  ) throws -> [EntryRecord] {
    let entries: [EntryRecord] = try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR status = $2)
        AND (CAST($3 AS text) IS NULL OR made_by = $3)
        AND (CAST($4 AS text) IS NULL OR child = $4)
      ORDER BY started_at DESC, id DESC
      """,
      [status, examiner, child]
    )
    try self.auditView("entry", "", of: entries.map(\.child))
    return entries
  }

  /// What was typed in a sitting, in order; leaves a trace.
  public func events(of entry: EntryID) throws -> [EntryEventRecord] {
    guard let sitting: EntryRecord = try self.find(key: [entry]) else { return [] }
    let events: [EntryEventRecord] = try self.list(
      "WHERE area = $1 AND entry = $2 ORDER BY sequence_number",
      [entry]
    )
    try self.auditView("entry_event", entry.rawValue, of: [sitting.child])
    return events
  }

  /// Accepts what was typed: durable when the transaction returns.
  ///
  /// - Throws: `store.not-found`, or `store.conflict` when the sitting is no longer open.
  @discardableResult
  public func append(
    _ kind: EntryEventKind,
    item: String? = nil,
    code: String? = nil,
    to entry: EntryID
  ) throws -> EntryEventRecord {
    let sitting = try self.openEntry(entry)
    let last = try self.number(
      "SELECT COALESCE(max(sequence_number), 0) FROM entry_event WHERE area = $1 AND entry = $2",
      [entry]
    )
    let event = EntryEventRecord(
      entry: entry,
      sequence: last + 1,
      kind: kind,
      item: item,
      code: code,
      at: self.now
    )
    try self.insert(event, about: [sitting.child])
    return event
  }

  /// Ends a sitting whose screening has been recorded.
  ///
  /// - Throws: as ``append(_:item:code:to:)``.
  public func finish(_ entry: EntryID) throws { try self.end(entry, as: .finished) }

  /// Ends a sitting that came to nothing; what was typed stays.
  ///
  /// - Throws: as ``append(_:item:code:to:)``.
  public func abandon(_ entry: EntryID) throws { try self.end(entry, as: .abandoned) }

  private func end(_ id: EntryID, as status: EntryStatus) throws {
    var entry = try self.openEntry(id)
    entry.status = status
    try self.overwrite(entry, about: [entry.child])
  }

  private func openEntry(_ id: EntryID) throws -> EntryRecord {
    guard let entry: EntryRecord = try self.find(key: [id]) else {
      throw Fault(.storeNotFound, "there is no such entry", at: id.rawValue)
    }
    guard entry.status == .open else {
      throw Fault(
        .storeConflict,
        "the entry is \(entry.status.rawValue), not open",
        at: id.rawValue,
        maybe: "begin a new entry, or amend the screening"
      )
    }
    return entry
  }
}
