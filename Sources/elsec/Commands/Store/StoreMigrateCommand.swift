// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import StorageSQLite
import Vocabulary

struct StoreMigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring a store made by an older elsec up to date.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let path = try self.options.file()
    guard Disk.exists(path) else {
      throw Fault(.storeUnavailable, "there is no store", at: path, maybe: "run 'elsec store init'")
    }
    let store = try await self.options.open(creating: true)
    let check = try await store.check()
    try await store.close()
    Output.line("the store has schema version \(check.schemaVersion)")
  }
}
