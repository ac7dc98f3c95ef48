// SPDX-License-Identifier: Apache-2.0

public import Storage
import Synchronization
import Vocabulary

/// One PostgreSQL database, version 15.14 or newer, through a pool of connections.
///
/// A transaction is on the server's disk when it returns (`synchronous_commit` as the server sets it). Rows are
/// secured by area: a transaction sees those of its own scope. The bodies of small writes of one area share
/// transactions where many come at a time.
public struct PostgresDriver: SQLDriver {
  private let pool: ConnectionPool
  public var engine: SQLEngine { .postgres }

  /// Connects to a database.
  ///
  /// - Parameters:
  ///   - migrating: changes the schema, as the role `elsec_owner`; only for bringing the schema up to date.
  ///   - connections: how many at most, each on a thread of its own.
  ///   - patienceMilliseconds: how long a caller waits for a free connection, or for the server to come back.
  /// - Throws: `store.unavailable`; `store.unsafe` when the server is too old, or this user could see past the
  ///   walls between areas.
  public static func open(
    _ address: PostgresAddress, migrating: Bool = false, connections: Int = 8, patienceMilliseconds: Int = 5_000
  ) async throws -> PostgresDriver {
    var settings = ConnectionPool.Settings()
    settings.connections = migrating ? 1 : max(1, connections)
    settings.patience = patienceMilliseconds
    settings.isMigrating = migrating
    return try await self.open(address, settings)
  }

  static func open(_ address: PostgresAddress, _ settings: ConnectionPool.Settings) async throws -> PostgresDriver {
    let migrating = settings.isMigrating
    let driver = PostgresDriver(pool: ConnectionPool(address, settings))
    driver.pool.start()
    do {
      let problems = try await driver.read { try StartGuard.problems(on: $0, isMigrating: migrating) }
      if let problem = problems.first { throw problem }
    } catch {
      await driver.pool.close()
      throw error
    }
    return driver
  }

  public func read<Value: Sendable>(
    in scope: SQLScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await self.lease(scope, isWriting: false, isSharing: false, body)
  }

  @discardableResult
  public func write<Value: Sendable>(
    in scope: SQLScope, sharing: Bool, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await self.lease(scope, isWriting: true, isSharing: sharing, body)
  }

  private func lease<Value: Sendable>(
    _ scope: SQLScope, isWriting: Bool, isSharing: Bool,
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    let result = Outcome<Value>()
    let held = Mutex<Lease?>(nil)
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let lease = Lease(
          scope, isWriting: isWriting, isSharing: isSharing, deadline: Clock.now + self.pool.settings.patience,
          body: { transaction in result.value = try body(transaction) },
          answer: { error in
            if let error { continuation.resume(throwing: error) } else { continuation.resume() }
          })
        held.withLock { $0 = lease }
        // A caller that had gone before the lease was held is not told again; its work must not begin.
        if Task.isCancelled { lease.cancel() }
        self.pool.add(lease)
      }
    } onCancel: {
      held.withLock { $0 }?.cancel()
    }
    guard let value = result.value else { throw Fault(.storeDefect, "a transaction ended without its result") }
    return value
  }

  /// What a body returned: written on the connection's thread, read by the caller after it was answered.
  private final class Outcome<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)
    var value: Value? {
      get { self.kept.withLock { $0 } }
      set { self.kept.withLock { $0 = newValue } }
    }
  }

  public func integrityProblems() async throws -> [String] {
    let isMigrating = self.pool.settings.isMigrating
    return try await self.read { connection in
      try StartGuard.problems(on: connection, isMigrating: isMigrating).map(\.message)
        + IntegrityCheck.problems(on: connection)
    }
  }

  /// A cluster is copied whole, with what is needed to go back to any moment.
  ///
  /// - Throws: `store.cannot-write`, always.
  public func backup(to path: String) async throws {
    throw Fault(
      .storeCannotWrite, "a PostgreSQL store is not copied into one file", at: path,
      maybe: "use Ops/backup: the base and the log of all that follows")
  }

  public func close() async throws { await self.pool.close() }
}
