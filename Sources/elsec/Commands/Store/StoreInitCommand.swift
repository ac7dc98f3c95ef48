// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import Vocabulary

struct StoreInitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty store.",
    discussion: "On PostgreSQL connect as elsec_migrate, to a database that Ops/postgres has set up.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let location = try self.options.location()
    switch location {
    case .file(let path):
      guard !Disk.exists(path) else {
        throw Fault(
          .storeCannotWrite, "there is a file already", at: path,
          maybe: "use it, or give another path with --store")
      }
      _ = try await location.migrate()
      Output.line("made the store \(path)")
    case .postgres:
      let (applied, version) = try await location.migrate()
      guard !applied.isEmpty else {
        throw Fault(
          .storeCannotWrite, "there is a store already, with schema version \(version)", at: "--store",
          maybe: "use it, or name another database")
      }
      Output.line("made the store, with schema version \(version)")
    }
  }
}
