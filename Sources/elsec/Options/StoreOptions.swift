// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Fingerprints
import FoundationEssentials
import Handlers
import Scheduling
import Screening
import Storage
import Vocabulary

/// Which store, which area, and who asks.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store's file, or the postgres:// address of a shared one (else ELSEC_STORE, else elsec/elsec.db in the "
        + "user's data folder).", valueName: "path|url"))
  var store: String?
  @Option(
    help: ArgumentHelp("GSS code of the area, where the store holds several (else ELSEC_AREA).", valueName: "gss"))
  var area: String?
  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who asks (else ELSEC_USER, else the login name).", valueName: "name"))
  var person: String?
  @OptionGroup var content: ContentOptions

  /// Everything a command needs: what operations work with, and for whom they do it.
  struct Session {
    let practice: Practice
    let person: Principal
  }

  /// Opens the store for one command and closes it behind it.
  ///
  /// - Parameter purpose: what the audit says the person was doing: `rota plan`.
  func session<Value>(for purpose: String, _ body: (Session) async throws -> Value) async throws -> Value {
    let store = try await self.open()
    do {
      let area = try await self.area(in: store)
      let person = try await WhoIs.principal(named: self.name, in: area, of: store, purpose: purpose)
      try await Self.remind(person, of: store)
      let value = try await body(Session(practice: try self.practice(with: store), person: person))
      try await store.close()
      return value
    } catch {
      try? await store.close()
      throw error
    }
  }

  /// Tells whoever works on a device what the service has not got yet.
  private static func remind(_ person: Principal, of store: Store) async throws {
    guard store.engine == .sqlite else { return }
    let status = try await store.read(as: person) { reading in
      try reading.syncServer().map { _ in try ShowSync.look(reading) }
    }
    guard let reminder = status?.reminder(at: Moment.now()) else { return }
    Output.complain("elsec: \(reminder)\n  maybe: run 'elsec sync'\n")
  }

  /// The store, for as long as a command takes.
  ///
  /// - Parameter connections: how many a shared store is asked over at a time.
  /// - Throws: `store.unavailable` where there is none, or it can't be reached.
  func open(connections: Int = 2) async throws -> Store {
    try await Store.open(
      try await self.location().driver(connections: connections), hash: sha256, clock: { Moment.now() })
  }

  func location() throws -> StoreLocation { try StoreLocation(self.path) }

  private var path: String {
    if let store = self.store { return store }
    let environment = ProcessInfo.processInfo.environment
    if let store = environment["ELSEC_STORE"], !store.isEmpty { return store }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (data ?? (environment["HOME"] ?? ".") + "/.local/share") + "/elsec/elsec.db"
  }

  var name: String {
    let environment = ProcessInfo.processInfo.environment
    let names = [self.person, environment["ELSEC_USER"], environment["USER"], environment["LOGNAME"]]
    return names.compactMap(\.self).first { !$0.isEmpty } ?? "owner"
  }

  private func area(in store: Store) async throws -> AreaID {
    let areas = try await store.areas()
    let known = areas.map(\.id.rawValue).joined(separator: ", ")
    let named = self.area ?? ProcessInfo.processInfo.environment["ELSEC_AREA"].flatMap { $0.isEmpty ? nil : $0 }
    guard let named else {
      guard areas.count == 1 else {
        throw Fault(
          .usage, areas.isEmpty ? "the store has no area yet" : "the store holds the areas \(known)",
          maybe: areas.isEmpty ? "run 'elsec area set GSS --name NAME'" : "name one with --area")
      }
      return areas[0].id
    }
    guard areas.contains(where: { $0.id.rawValue == named }) else {
      throw Fault(
        .notFound, "the store has no area '\(named)'",
        maybe: known.isEmpty ? "run 'elsec area set \(named) --name NAME'" : "it holds \(known)")
    }
    return AreaID(named)
  }

  func practice(with store: Store) throws -> Practice {
    let root = try self.content.root()
    return try Practice(content: root, store: store)
  }
}
