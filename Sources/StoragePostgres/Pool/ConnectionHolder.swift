// SPDX-License-Identifier: Apache-2.0

import Glibc
import Storage
import Vocabulary

/// The one connection of a thread, made when it is needed and given up whenever it is not sound.
struct ConnectionHolder {
  private let pool: ConnectionPool
  private let wake: Wake
  private var connection: PostgresConnection?
  private var generation = 0
  private let lifetime: Int

  init(_ pool: ConnectionPool, _ wake: Wake) {
    self.pool = pool
    self.wake = wake
    let tenth = pool.settings.lifetime / 10
    self.lifetime = pool.settings.lifetime - tenth + Int.random(in: 0...max(1, 2 * tenth))
  }

  mutating func close() { self.connection = nil }

  /// Runs the bodies of `leases` in one transaction and answers each. A group that fails is run again, each alone.
  mutating func work(on leases: [Lease]) {
    var attempts = 0
    while true {
      attempts += 1
      do {
        try self.transact(leases)
        return
      } catch {
        let (again, fault, concernsAll) = self.judge(error)
        if again && attempts < 3 { continue }
        guard leases.count > 1, !concernsAll else {
          for lease in leases { lease.finish(fault) }
          return
        }
        for lease in leases { self.work(on: [lease]) }
        return
      }
    }
  }

  /// Whether the same bodies are worth another try, and if not, what to tell their callers and whether that goes for
  /// each of them.
  private mutating func judge(_ error: any Error) -> (again: Bool, fault: any Error, concernsAll: Bool) {
    if let refusal = error as? PostgresRefusal ?? (error as? Fault)?.refusal {
      if refusal.isReadOnly { self.pool.endGeneration(self.generation) }
      return (refusal.isWorthAnotherTry || refusal.endsConnection, Fault(refusal), refusal.concernsAll)
    }
    switch error {
    case let fault as Fault where fault.code == .storeUnavailable && self.connection == nil:
      // The connection broke before the last word was sent, and nothing was kept; or there is none to be had, which was
      // tried long enough.
      return (fault.place == nil, fault, true)
    case let fault as Fault where fault.code == .storeOutcomeUnknown: return (false, fault, true)
    default: return (false, error, false)
    }
  }

  private mutating func transact(_ leases: [Lease]) throws {
    let lease = leases[0]
    let connection = try self.connected(for: leases)
    connection.deadline = Int.max
    connection.isCancelled = { leases.count == 1 && lease.isCancelled }
    do {
      try connection.begin(
        lease.scope, isWriting: lease.isWriting, role: self.pool.settings.isMigrating ? "elsec_owner" : nil)
      let transaction = PostgresTransaction(connection: connection, isKept: !self.pool.settings.isMigrating)
      for lease in leases { try lease.run(on: transaction) }
      if lease.isWriting {
        connection.isCancelled = { false }
        connection.deadline = Clock.now + 30_000
        try connection.commit()
      } else {
        try connection.endReading()
      }
    } catch {
      if !self.isFit(after: error, connection) { self.connection = nil }
      throw error
    }
    for lease in leases { lease.finish(nil) }
    guard !lease.isWriting else { return }
    connection.deadline = Clock.now + 2_000
    connection.isCancelled = { false }
    do { try connection.readAll() } catch { self.connection = nil }
  }

  /// A connection whose work was broken off by its caller, that is lost, or whose statements are outdated is never used
  /// again; any other is, once its transaction is undone.
  private func isFit(after error: any Error, _ connection: PostgresConnection) -> Bool {
    if let refusal = error as? PostgresRefusal ?? (error as? Fault)?.refusal {
      return !refusal.endsConnection && !refusal.isOutdated && connection.rollBack()
    }
    guard let fault = error as? Fault else { return connection.rollBack() }
    return ![.storeCancelled, .storeOutcomeUnknown, .storeUnavailable].contains(fault.code) && connection.rollBack()
  }

  /// - Throws: `store.unavailable` with a place when no server is reached until the callers' patience ends;
  ///   `store.cancelled` when the only caller goes away before.
  private mutating func connected(for leases: [Lease]) throws -> PostgresConnection {
    let generation = self.pool.generation
    if let connection = self.connection {
      let isOld = Clock.now - connection.madeAt > self.lifetime || self.generation != generation
      if connection.isIdle && !isOld && connection.isQuiet { return connection }
      self.connection = nil
    }
    let deadline = leases.map(\.deadline).max() ?? 0
    while true {
      let pause = min(self.pool.pause, max(1, deadline - Clock.now))
      if pause > 0 { self.wake.wait(milliseconds: pause) }
      if leases.count == 1 && leases[0].isCancelled { throw Fault(.storeCancelled, "the caller went away") }
      do {
        let made = try PostgresConnection.open(
          self.pool.address, isMigrating: self.pool.settings.isMigrating, names: self.pool.names, wake: self.wake)
        self.pool.reached(true)
        self.connection = made
        self.generation = generation
        return made
      } catch {
        self.pool.reached(false)
        guard Clock.now < deadline, !self.pool.isClosed else { throw error }
      }
    }
  }
}
