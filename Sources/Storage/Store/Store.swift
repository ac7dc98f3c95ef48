// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Where records live: one API over every engine. A store that exists has the schema this elsec knows.
public struct Store: Sendable {
  let driver: any SQLDriver
  private let hash: Hashing
  let clock: @Sendable () -> Instant

  /// Takes charge of a driver's database.
  ///
  /// - Parameters:
  ///   - migrating: bring an older or empty database up to date first.
  ///   - clock: read once a transaction.
  /// - Throws: `store.needs-migration`, `store.newer-schema`, `store.altered-schema`, or what the driver throws.
  public static func open(
    _ driver: any SQLDriver,
    hash: @escaping Hashing,
    clock: @escaping @Sendable () -> Instant,
    migrating: Bool = false
  ) async throws -> Store {
    let store = Store(driver: driver, hash: hash, clock: clock)
    if migrating { try await Self.migrate(driver, hash: hash, clock: clock) }
    let version = try await driver.read { try store.schemaVersion(on: $0) }
    guard version == Migrations.latest else {
      throw Fault(
        .storeNeedsMigration,
        "the store has schema version \(version), and \(Migrations.latest) is needed",
        maybe: "run 'elsec store migrate'"
      )
    }
    return store
  }

  public var engine: SQLEngine { self.driver.engine }

  /// Runs `body` on a snapshot of one area. Nothing in it can name a child; see ``Reading``.
  public func read<Value: Sendable>(
    as principal: Principal,
    _ body: @escaping @Sendable (Reading) throws -> Value
  ) async throws -> Value {
    let now = self.clock()
    return try await self.driver.read(in: .area(principal.area)) { connection in
      let reading = Reading(connection, as: principal, at: now, hash: self.hash)
      defer { reading.end() }
      return try body(reading)
    }
  }

  /// Runs `body` in one transaction on one area: kept, audited and durable if it returns, undone if it throws.
  ///
  /// `body` has no effect but on its records, as it may be run again when a first try came to nothing.
  ///
  /// - Parameter sharing: for small writes that many make at a time; see ``SQLDriver``.
  @discardableResult
  public func write<Value: Sendable>(
    as principal: Principal,
    sharing: Bool = false,
    _ body: @escaping @Sendable (Records) throws -> Value
  ) async throws -> Value {
    let now = self.clock()
    return try await self.driver.write(in: .area(principal.area), sharing: sharing) { connection in
      let records = Records(connection, as: principal, at: now, hash: self.hash)
      defer { records.end() }
      let value = try body(records)
      try records.finish()
      return value
    }
  }

  /// Runs `body` as ``write(as:_:)`` does and undoes it all: what would an import change?
  ///
  /// What it showed of children is audited before the value is returned.
  public func rehearse<Value: Sendable>(
    as principal: Principal,
    _ body: @escaping @Sendable (Records) throws -> Value
  ) async throws -> Value {
    let now = self.clock()
    do {
      return try await self.driver.write(in: .area(principal.area)) { connection -> Value in
        let records = Records(connection, as: principal, at: now, hash: self.hash)
        defer { records.end() }
        let value = try body(records)
        try records.finish()
        throw Rehearsed(value: value, views: records.views)
      }
    } catch let rehearsed as Rehearsed<Value> {
      guard !rehearsed.views.isEmpty else { return rehearsed.value }
      return try await self.write(as: principal) { records in
        for view in rehearsed.views { try records.auditView(view.kind, view.entity, of: view.children) }
        return rehearsed.value
      }
    }
  }

  private struct Rehearsed<Value: Sendable>: Error {
    let value: Value
    let views: [Records.View]
  }

  /// Applies the migrations that are missing to a driver's database, in one transaction, and returns their names.
  @discardableResult
  public static func migrate(
    _ driver: any SQLDriver, hash: @escaping Hashing, clock: @escaping @Sendable () -> Instant
  ) async throws -> [String] {
    let now = clock()
    return try await driver.write { connection in
      try Migrations.apply(on: connection, engine: driver.engine, at: now, hash: hash)
    }
  }

  /// Looks over the engine's own structures, the schema and every area's audit chain.
  public func check() async throws -> StoreCheck {
    let problems = try await self.driver.integrityProblems()
    let now = self.clock()
    var audits: [StoreCheck.AreaAudit] = []
    for area in try await self.areas() {
      let checker = Principal(name: "store check", role: .auditor, area: area.id)
      audits.append(
        try await self.driver.read(in: .area(area.id)) { connection in
          let reading = Reading(connection, as: checker, at: now, hash: self.hash)
          return StoreCheck.AreaAudit(
            area: area.id, head: try reading.auditHead(), firstBreak: try reading.firstAuditBreak())
        })
    }
    return StoreCheck(
      schemaVersion: try await self.driver.read { try Migrations.applied(on: $0, hash: self.hash) },
      engineProblems: problems,
      audits: audits
    )
  }

  /// Writes a consistent copy while others go on working; the file appears whole or not at all.
  public func backup(to path: String) async throws { try await self.driver.backup(to: path) }

  public func close() async throws { try await self.driver.close() }

  /// Every area of the store, by id.
  public func areas() async throws -> [AreaRecord] {
    try await self.driver.read { try self.areas(on: $0) }
  }

  /// Whose token this is: the only question asked before an area is known. `nil` when nobody's, or revoked.
  public func account(tokenHash: Digest) async throws -> (area: AreaID, account: AccountRecord)? {
    try await self.driver.read(in: .token(tokenHash)) { connection in
      let columns = AccountRecord.table.columns.joined(separator: ", ")
      let sql = "SELECT area, \(columns) FROM account WHERE token_hash = $1 AND revoked_at IS NULL"
      guard let row = try connection.query(sql, [tokenHash.column]).first else { return nil }
      var reader = RowReader(row)
      return (try reader.next(), try AccountRecord(&reader))
    }
  }

  private func areas(on connection: any SQLConnection) throws -> [AreaRecord] {
    try connection.query("SELECT area, name, time_zone FROM area ORDER BY area").map { row in
      var reader = RowReader(row)
      return AreaRecord(id: try reader.next(), name: try reader.next(), timeZone: try reader.next())
    }
  }

  /// 0 for an empty database.
  private func schemaVersion(on connection: any SQLConnection) throws -> Int {
    let tables =
      switch self.driver.engine {
      case .sqlite: "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'"
      case .postgres:
        "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_migration'"
      }
    guard try connection.query(tables).first?.values.first == .integer(1) else { return 0 }
    return try Migrations.applied(on: connection, hash: self.hash)
  }
}
