// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// The statements of one transaction.
struct PostgresTransaction: SQLConnection {
  let connection: PostgresConnection
  /// Whether its statements are ones the program runs again and again.
  let isKept: Bool

  func query(_ sql: String, _ values: [SQLValue], each: (SQLRow) throws -> Void) throws {
    try self.refusalsMapped {
      try self.connection.ask(sql, values, kept: self.isKept) { result in
        for row in 0..<result.rows { try each(try result.row(row)) }
      }
    }
  }

  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
    var count = 0
    try self.refusalsMapped {
      try self.connection.ask(sql, values, kept: self.isKept) { count = $0.count }
    }
    return count
  }

  func send(_ sql: String, _ values: [SQLValue]) throws {
    try self.refusalsMapped { try self.connection.send(sql, values, kept: self.isKept) }
  }

  private func refusalsMapped(_ work: () throws -> Void) throws {
    do { try work() } catch let refusal as PostgresRefusal { throw Fault(refusal) }
  }
}

extension PostgresConnection {
  /// Begins a transaction, without waiting for an answer. Writers of one area then wait for one another, in this
  /// and every other process.
  func begin(_ scope: SQLScope, isWriting: Bool, role: String?) throws {
    if isWriting {
      try self.send("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    } else {
      try self.send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }
    if let role { try self.send("SET LOCAL ROLE \(role)", kept: false) }
    switch scope {
    case .everywhere: break
    case .area(let area):
      try self.send("SELECT set_config('elsec.area', $1, true)", [.text(area.rawValue)])
      if isWriting {
        try self.send("SELECT pg_advisory_xact_lock(1165, hashtext($1))", [.text(area.rawValue)])
      }
    case .token(let token):
      try self.send("SELECT set_config('elsec.token', $1, true)", [.text("\(token)")])
    case .queue:
      try self.send("SELECT set_config('elsec.queue', 'on', true)")
    }
  }

  /// Ends a transaction that only read, without waiting for an answer.
  func endReading() throws {
    try self.send("COMMIT")
    try self.synchronise()
  }

  /// Keeps what the transaction did; on the disk when it returns.
  ///
  /// - Throws: `store.outcome-unknown` when the connection is lost on the way.
  func commit() throws {
    let tag: String
    do {
      // A part of these may have left when the rest cannot.
      try self.send("COMMIT")
      try self.synchronise()
      tag = try self.readAll()
    } catch let refusal as PostgresRefusal where !refusal.endsConnection {
      throw refusal
    } catch { throw Fault.outcomeUnknown }
    guard tag == "COMMIT" else {
      throw Fault(.storeDefect, "the server undid a transaction that it was asked to keep")
    }
  }

  /// Undoes the transaction and makes the connection fit for the next.
  ///
  /// - Returns: false when the connection is of no further use.
  func rollBack() -> Bool {
    self.isCancelled = { false }
    self.deadline = Clock.now + 2_000
    do {
      try self.synchronise()
      do { try self.readAll() } catch is PostgresRefusal {}
      try self.send("ROLLBACK")
      try self.synchronise()
      try self.readAll()
    } catch { return false }
    return self.isIdle
  }
}
