// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Records {
  /// What came under these ids before, by id. Shows no body.
  public func received(_ ids: [String]) throws -> [String: (hash: Digest, state: ReceivedRecord.State)] {
    guard !ids.isEmpty else { return [:] }
    let rows = try self.rows(among: ids) {
      "SELECT id, body_hash, state FROM received_record WHERE area = $1 AND id IN (\($0))"
    }
    var found: [String: (hash: Digest, state: ReceivedRecord.State)] = [:]
    for row in rows {
      var reader = RowReader(row)
      found[try reader.next()] = (hash: try reader.next(), state: try reader.next())
    }
    return found
  }

  /// Keeps what came in one call, with one entry in the audit: what was stored has its own.
  ///
  /// - Throws: `store.conflict` when something was received under one of the ids.
  public func add(_ records: [ReceivedRecord]) throws {
    guard !records.isEmpty else { return }
    var content = CanonicalBytes(domain: "elsec/received/1")
    for record in records {
      try self.insertSilently(record)
      content.append(CanonicalBytes(of: record.values).bytes)
    }
    let waiting = records.filter { $0.state != .stored }.map(\.child)
    try self.audit(.add, ReceivedRecord.table.name, "", about: waiting, content: content.bytes)
  }

  /// Writes what has become of a record.
  public func put(_ record: ReceivedRecord) throws { try self.overwrite(record, about: [record.child]) }

  public func received(_ id: String) throws -> ReceivedRecord? {
    guard let record: ReceivedRecord = try self.find(key: [id]) else { return nil }
    try self.auditView("received_record", id, of: [record.child])
    return record
  }

  /// What is held until one of these comes, in the order of arrival.
  public func held(for parents: [ScreeningID]) throws -> [ReceivedRecord] {
    guard !parents.isEmpty else { return [] }
    let rows = try self.rows(among: parents) { places in
      let columns = ReceivedRecord.table.columns.joined(separator: ", ")
      return "SELECT \(columns) FROM received_record WHERE area = $1 AND state = 'held' AND parent IN (\(places))"
    }
    return try rows.map { row in
      var reader = RowReader(row)
      return try ReceivedRecord(&reader)
    }.sorted { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) }
  }

  /// What waits for something to come, or for somebody to decide, the oldest first; leaves a trace.
  public func waiting() throws -> [ReceivedRecord] {
    let records: [ReceivedRecord] = try self.list(
      "WHERE area = $1 AND state IN ('held', 'conflict') ORDER BY received_at, id")
    try self.auditView("received_record", "", of: records.map(\.child))
    return records
  }
}
