// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import StorageSQLite
import Vocabulary

struct StoreInitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty store.",
    discussion: """
      On PostgreSQL connect as elsec_migrate, to a database that Ops/postgres has set up. A sealed store is a file that \
      shows no child without its passphrase, which is asked for twice or taken from the file that ELSEC_PASSPHRASE_FILE \
      names.
      """)

  @Flag(help: "Seal the store; for every laptop.")
  var sealed = false
  @Option(
    help: ArgumentHelp(
      "With --sealed: the public half of the local authority's recovery key, or the file that holds it.",
      valueName: "key|file"))
  var recoveryKey: String?
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard self.sealed || self.recoveryKey == nil else { throw ValidationError("--recovery-key needs --sealed") }
  }

  func run() async throws {
    let location = try self.options.location()
    switch location {
    case .file(let path):
      guard !Disk.exists(path) else {
        throw Fault(
          .storeCannotWrite, "there is a file already", at: path,
          maybe: "use it, or give another path with --store")
      }
      guard self.sealed else {
        _ = try await location.migrate()
        return Output.line("made the store \(path)")
      }
      let wraps = try StoreKeys.make(recoveryKey: self.recoveryKey).wraps
      try await StoreSealing.make(at: path, with: wraps)
      _ = try await location.migrate()
      Output.line("made the sealed store \(path); \(wraps.advice)")
    case .postgres:
      guard !self.sealed else {
        throw Fault(
          .usage, "a PostgreSQL store is not sealed", at: "--sealed", maybe: "put its disk under encryption")
      }
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
