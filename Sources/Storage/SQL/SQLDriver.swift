// SPDX-License-Identifier: Apache-2.0

/// A database engine whose dialect the statements were tried on.
public enum SQLEngine: String, Sendable, CaseIterable {
  case sqlite
  case postgres
}

/// Connections to one database. It knows nothing of records: ``Store`` stands on top of it.
///
/// A driver runs `body` off the cooperative thread pool, maps its own errors to faults of the `store.`
/// family, and quotes no value of a row in them. `body` has no effect but on its connection: a driver may run
/// it again in a new transaction when the first came to nothing.
public protocol SQLDriver: Sendable {
  var engine: SQLEngine { get }

  /// Runs `body` on a snapshot that cannot write.
  func read<Value: Sendable>(
    in scope: SQLScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value

  /// Runs `body` in one transaction: committed and durable if it returns, rolled back if it throws. Writers of
  /// one area take turns.
  ///
  /// - Parameter sharing: the transaction may hold the bodies of other callers of the same area, if each of
  ///   them would be kept alone too. For small writes that many make at a time.
  @discardableResult
  func write<Value: Sendable>(
    in scope: SQLScope, sharing: Bool, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value

  /// What the engine itself finds broken: pages, indexes, dangling references. Empty when sound.
  func integrityProblems() async throws -> [String]

  /// Writes a consistent copy; the file appears whole or not at all.
  func backup(to path: String) async throws

  /// Ends every connection. Later calls throw `store.unavailable`.
  func close() async throws
}

extension SQLDriver {
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await self.read(in: .everywhere, body)
  }

  @discardableResult
  public func write<Value: Sendable>(
    in scope: SQLScope = .everywhere, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await self.write(in: scope, sharing: false, body)
  }
}
