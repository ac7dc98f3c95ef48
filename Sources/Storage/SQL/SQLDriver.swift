// SPDX-License-Identifier: Apache-2.0

/// A database engine whose dialect the statements were tried on.
public enum SQLEngine: String, Sendable, CaseIterable {
  case sqlite
  case postgres
}

/// Connections to one database. It knows nothing of records: ``Store`` stands on top of it.
///
/// A driver runs `body` off the cooperative thread pool, maps its own errors to faults of the `store.`
/// family, and quotes no value of a row in them.
public protocol SQLDriver: Sendable {
  var engine: SQLEngine { get }

  /// Runs `body` on a snapshot that cannot write.
  func read<Value: Sendable>(
    _ body: @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value

  /// Runs `body` in one transaction: committed and durable if it returns, rolled back if it throws.
  @discardableResult
  func write<Value: Sendable>(
    _ body: @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value

  /// What the engine itself finds broken: pages, indexes, dangling references. Empty when sound.
  func integrityProblems() async throws -> [String]

  /// Writes a consistent copy; the file appears whole or not at all.
  func backup(to path: String) async throws

  /// Ends every connection. Later calls throw `store.unavailable`.
  func close() async throws
}
