// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Foundation
import Storage
import StoragePostgres
import Synchronization
import Vocabulary

/// The server that `Ops/test` starts, by the address its superuser connects to.
enum PostgresServer {
  static let address = ProcessInfo.processInfo.environment["ELSEC_TEST_POSTGRES"] ?? ""
  static var isThere: Bool { !self.address.isEmpty }

  /// The same server, another database or user.
  static func address(database: String, user: String) -> String {
    self.address.replacingOccurrences(of: "://postgres@", with: "://\(user)@")
      .replacingOccurrences(of: "/postgres?", with: "/\(database)?")
  }
}

/// A database of its own on the server, made from one that is migrated or has nothing.
struct PostgresTestDatabase: TestDatabase {
  private let name: String

  private static let counter = Mutex(0)
  private static let gate = Gate(open: 6)
  private static let template = Task {
    let name = "elsec_template_\(ProcessInfo.processInfo.processIdentifier)"
    try Self.make(name, from: "template0")
    let driver = try await Self(name: name).openToMigrate()
    try await Store.migrate(driver, hash: testHash, clock: TestClock().read)
    try await driver.close()
    return name
  }

  static func with(migrated: Bool, _ body: @Sendable (any TestDatabase) async throws -> Void) async throws {
    try await self.gate.pass {
      let number = self.counter.withLock { count in
        count += 1
        return count
      }
      let name = "elsec_test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
      try self.make(name, from: migrated ? try await self.template.value : "template0")
      defer { _ = try? Superuser.run(["DROP DATABASE \(name) WITH (FORCE)"], in: "postgres") }
      try await body(Self(name: name))
    }
  }

  private static func make(_ name: String, from template: String) throws {
    try Superuser.run(["CREATE DATABASE \(name) TEMPLATE \(template)"], in: "postgres")
    guard template == "template0" else { return }
    try Superuser.run(["CREATE SCHEMA elsec AUTHORIZATION elsec_owner"], in: name)
  }

  func open() async throws -> any SQLDriver {
    let address = PostgresServer.address(database: self.name, user: "elsec_app")
    return try await PostgresDriver.open(try PostgresAddress(address), connections: 2)
  }

  func openToMigrate() async throws -> any SQLDriver {
    let address = PostgresServer.address(database: self.name, user: "elsec_migrate")
    return try await PostgresDriver.open(try PostgresAddress(address), migrating: true)
  }

  @discardableResult
  func tamper(_ statements: [String]) async throws -> SQLValue? {
    try Superuser.run(["BEGIN", "SET search_path = elsec"] + statements, ["COMMIT"], in: self.name)
  }
}

/// Statements that no row is hidden from.
enum Superuser {
  /// - Returns: the first column of the first row of the last of `statements`.
  @discardableResult
  static func run(_ statements: [String], _ end: [String] = [], in database: String) throws -> SQLValue? {
    let connection = PQconnectdb(PostgresServer.address(database: database, user: "postgres"))
    defer { PQfinish(connection) }
    var value: SQLValue?
    for (index, sql) in (statements + end).enumerated() {
      let result = PQexec(connection, sql)
      defer { PQclear(result) }
      guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        let words = String(cString: PQerrorMessage(connection))
        throw Fault(state == "ELS01" ? .storeAppendOnly : .storeDefect, "\(state) \(words)")
      }
      guard index < statements.count, PQntuples(result) > 0, let text = PQgetvalue(result, 0, 0) else { continue }
      let found = String(cString: text)
      value = Int(found).map { .integer($0) } ?? .text(found)
    }
    return value
  }
}

/// Lets so many in at a time.
actor Gate {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(open: Int) { self.free = open }

  nonisolated func pass(_ body: @Sendable () async throws -> Void) async throws {
    await self.enter()
    do { try await body() } catch {
      await self.leave()
      throw error
    }
    await self.leave()
  }

  private func enter() async {
    if self.free > 0 { self.free -= 1 } else { await withCheckedContinuation { self.waiting.append($0) } }
  }

  private func leave() {
    if self.waiting.isEmpty { self.free += 1 } else { self.waiting.removeFirst().resume() }
  }
}
