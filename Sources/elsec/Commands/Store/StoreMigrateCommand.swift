// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import Vocabulary

struct StoreMigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring a store made by an older elsec up to date.",
    discussion: "On PostgreSQL connect as elsec_migrate.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let location = try self.options.location()
    if case .file(let path) = location, !Disk.exists(path) {
      throw Fault(.storeUnavailable, "there is no store", at: path, maybe: "run 'elsec store init'")
    }
    Output.line("the store has schema version \(try await location.migrate().version)")
  }
}
