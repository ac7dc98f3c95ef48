// SPDX-License-Identifier: Apache-2.0

/// One connection inside one transaction. Statements take `$1`, `$2`, … and are the same on every engine.
///
/// Not usable after the transaction's closure has returned. Every error thrown is a
/// ``Vocabulary/Fault`` of the `store.` family.
public protocol SQLConnection {
  /// Hands the rows to `each` as they are read, in the statement's order.
  func query(_ sql: String, _ values: [SQLValue], each: (SQLRow) throws -> Void) throws

  /// Runs one statement that returns no rows.
  ///
  /// - Returns: how many rows it inserted, updated or deleted.
  @discardableResult
  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int

  /// Runs one statement whose count nobody needs. In its order among the others; but what is wrong with it may be
  /// thrown by a later call, or when the transaction ends.
  func send(_ sql: String, _ values: [SQLValue]) throws
}

extension SQLConnection {
  public func query(_ sql: String, _ values: [SQLValue] = []) throws -> [SQLRow] {
    var rows: [SQLRow] = []
    try self.query(sql, values) { rows.append($0) }
    return rows
  }

  @discardableResult
  public func execute(_ sql: String) throws -> Int { try self.execute(sql, []) }

  public func send(_ sql: String, _ values: [SQLValue]) throws { try self.execute(sql, values) }
}
