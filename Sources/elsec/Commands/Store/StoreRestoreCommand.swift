// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import StorageSQLite
import Vocabulary

struct StoreRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup where no store is, after looking it over.")

  @Argument(help: "The backup.")
  var backup: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let path = try self.options.location().file()
    try await SQLiteDriver.restore(from: self.backup, to: path)
    Output.line("restored \(path)")
  }
}
