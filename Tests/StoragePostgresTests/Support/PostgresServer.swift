// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Foundation
import Storage
import Synchronization
import Testing
public import Vocabulary

@testable import StoragePostgres

/// The server that `Ops/test` starts, by the address its superuser connects to.
enum PostgresServer {
  static let url = ProcessInfo.processInfo.environment["ELSEC_TEST_POSTGRES"] ?? ""
  static var isThere: Bool { !self.url.isEmpty }
}

/// What wants a server, one after the other: they count its connections and stop it.
@Suite(.serialized, .enabled(if: PostgresServer.isThere)) struct ServerTests {}

/// A database with one table of items, secured by area; an item may stand in it twice.
struct ItemDatabase {
  let name: String
  /// As the server's superuser, in any database.
  let url: String

  private static let counter = Mutex(0)

  static func with<Value>(
    on url: String = PostgresServer.url, _ body: (ItemDatabase) async throws -> Value
  ) async throws -> Value {
    let number = self.counter.withLock { count in
      count += 1
      return count
    }
    let database = ItemDatabase(name: "elsec_pool_\(ProcessInfo.processInfo.processIdentifier)_\(number)", url: url)
    let root = ItemDatabase(name: "postgres", url: url)
    try root.run("CREATE DATABASE \(database.name)")
    defer { _ = try? root.run("DROP DATABASE \(database.name) WITH (FORCE)") }
    try database.run(
      """
      CREATE SCHEMA elsec AUTHORIZATION elsec_owner; GRANT USAGE ON SCHEMA elsec TO elsec_app; SET ROLE elsec_owner;
      CREATE TABLE elsec.item (area text NOT NULL, id text NOT NULL, number bigint NOT NULL DEFAULT 1);
      ALTER TABLE elsec.item ENABLE ROW LEVEL SECURITY; ALTER TABLE elsec.item FORCE ROW LEVEL SECURITY;
      CREATE POLICY by_area ON elsec.item USING (area = current_setting('elsec.area', true))
        WITH CHECK (area = current_setting('elsec.area', true));
      GRANT SELECT, INSERT, UPDATE, DELETE ON elsec.item TO elsec_app
      """)
    return try await body(database)
  }

  /// This database, by the address of a user.
  func address(_ user: String = "elsec_app") throws -> PostgresAddress {
    try PostgresAddress(self.url(user))
  }

  func url(_ user: String) -> String {
    self.url.replacingOccurrences(of: "://postgres@", with: "://\(user)@")
      .replacingOccurrences(of: "/postgres?", with: "/\(self.name)?")
  }

  /// A store on this database, closed afterwards.
  func withDriver<Value>(
    connections: Int = 2, patience: Int = 5_000, mostWaiting: Int = 4_096, lifetime: Int = 1_800_000,
    _ body: (PostgresDriver) async throws -> Value
  ) async throws -> Value {
    var settings = ConnectionPool.Settings()
    settings.connections = connections
    settings.patience = patience
    settings.mostWaiting = mostWaiting
    settings.lifetime = lifetime
    let driver = try await PostgresDriver.open(try self.address(), settings)
    do {
      let value = try await body(driver)
      try await driver.close()
      return value
    } catch {
      try await driver.close()
      throw error
    }
  }

  /// Runs statements that no row is hidden from.
  ///
  /// - Returns: the first column of the last one's rows.
  @discardableResult
  func run(_ sql: String) throws -> [String] {
    let connection = PQconnectdb(self.url("postgres"))
    defer { PQfinish(connection) }
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
      throw Fault(.storeDefect, String(cString: PQerrorMessage(connection)))
    }
    return (0..<PQntuples(result)).map { PQgetvalue(result, $0, 0).map { String(cString: $0) } ?? "" }
  }

  func number(_ sql: String) throws -> Int { Int(try self.run(sql).first ?? "") ?? -1 }

  /// Connections of the store's user to this database, in any state or in one that begins so.
  func connections(_ state: String = "") throws -> Int {
    try self.number(
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = '\(self.name)' AND usename = 'elsec_app' AND coalesce(state, '') LIKE '\(state)%'
      """)
  }
}

extension ID: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
  ExpressibleByExtendedGraphemeClusterLiteral
{
  public init(stringLiteral value: String) { self.init(value) }
}

extension SQLConnection {
  func add(_ id: String, to area: AreaID = "A") throws {
    try self.execute("INSERT INTO item (area, id) VALUES ($1, $2)", [.text(area.rawValue), .text(id)])
  }

  func number(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
    guard case .integer(let number)? = try self.query(sql, values).first?.values.first else { return -1 }
    return number
  }
}

/// What several tasks gather.
final class Gathered<Value: Sendable>: Sendable {
  private let value: Mutex<Value>
  init(_ value: Value) { self.value = Mutex(value) }

  var now: Value { self.value.withLock { $0 } }
  func change(_ body: (inout Value) -> Void) { self.value.withLock { body(&$0) } }
}

/// What a task came to.
func outcome<Value: Sendable>(_ body: () async throws -> Value) async -> Result<Value, Fault> {
  do { return .success(try await body()) } catch let fault as Fault { return .failure(fault) } catch {
    return .failure(Fault(.storeDefect, "not a fault: \(error)"))
  }
}

extension Result where Failure == Fault {
  /// The code of the fault; `nil` for a value.
  var code: Fault.Code? { if case .failure(let fault) = self { fault.code } else { nil } }
}

/// Milliseconds that `body` takes.
func milliseconds(_ body: () async throws -> Void) async rethrows -> Int {
  let began = Clock.now
  try await body()
  return Clock.now - began
}

/// Waits until `condition` is so, at most so long; whether it is.
func eventually(within milliseconds: Int, _ condition: () throws -> Bool) async throws -> Bool {
  // Other tests may have both processors: what is promised in time is measured by Ops/check.
  let end = Clock.now + 10 * milliseconds
  while Clock.now < end {
    if try condition() { return true }
    try await Task.sleep(for: .milliseconds(20))
  }
  return try condition()
}
