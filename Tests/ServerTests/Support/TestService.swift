// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Glibc
import Handlers
import Logging
import MadeUpService
import ServiceLifecycle
import Storage
import Synchronization
import Vocabulary
import Wire

@testable import Server

/// A made-up area's service with one account, to be reached in memory or on a socket.
final class TestService: Sendable {
  let area: MadeUpService
  let token: String

  init() async throws {
    self.area = try await MadeUpService()
    self.token = try await self.area.add(.admin, named: "Ada")
  }

  private static let quiet = Logger(label: "elsec.test") { _ in SwiftLogNoOpLogHandler() }
  private static let clock: @Sendable () -> Instant = { Instant(microseconds: 1_795_251_600_000_000) }

  static func options(
    _ transport: ServerOptions.Transport = .plain, _ change: (inout ServerOptions) -> Void = { _ in }
  ) throws -> ServerOptions {
    var options = try ServerOptions(host: "127.0.0.1", port: 0, transport: transport)
    change(&options)
    return options
  }

  func host(_ options: ServerOptions) -> ConnectionHost {
    ConnectionHost(
      methods: self.area.methods, store: self.area.practice.store, hash: sha256, clock: Self.clock, options: options,
      version: "1", logger: Self.quiet)
  }

  func listener(_ options: ServerOptions, ready: @escaping @Sendable (Int) -> Void = { _ in }) -> Listener {
    Listener(
      self.area.methods, store: self.area.practice.store, hash: sha256, clock: Self.clock, options: options,
      version: "1", logger: Self.quiet, ready: { _, port in ready(port) })
  }

  /// Runs the service on a socket for as long as `body` goes on, then lets it end gracefully.
  func listening<Value: Sendable>(
    _ options: ServerOptions, _ body: (_ port: Int, _ group: ServiceGroup) async throws -> Value
  ) async throws -> Value {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let listener = self.listener(options) { found.yield($0) }
    let group = ServiceGroup(services: [listener], logger: Self.quiet)
    let running = Task {
      defer { found.finish() }
      try await group.run()
    }
    guard let port = await ports.first(where: { _ in true }) else {
      try await running.value
      throw NothingCame()
    }
    let outcome: Result<Value, any Error>
    do { outcome = .success(try await body(port, group)) } catch { outcome = .failure(error) }
    await group.triggerGracefulShutdown()
    try await running.value
    return try outcome.get()
  }

  /// Keeps every writing call waiting until the gate is opened.
  func holdingWrites() async throws -> Gate {
    let gate = Gate()
    let (store, person) = (self.area.practice.store, self.area.person(.admin))
    Task { try await store.write(as: person) { _ in gate.pass() } }
    while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
    return gate
  }
}

/// Where a store's writer waits. It opens by itself after 5 s.
final class Gate: Sendable {
  private let state = Mutex((isReached: false, isOpen: false))

  var isReached: Bool { self.state.withLock { $0.isReached } }
  func open() { self.state.withLock { $0.isOpen = true } }

  func pass() {
    self.state.withLock { $0.isReached = true }
    let end = ContinuousClock.now.advanced(by: .seconds(5))
    while !self.state.withLock({ $0.isOpen }), ContinuousClock.now < end { usleep(1_000) }
  }
}
