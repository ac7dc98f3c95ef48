// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import StorageSQLite
import Vocabulary

struct StoreInitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: "Make an empty store.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let path = try self.options.file()
    guard !Disk.exists(path) else {
      throw Fault(
        .storeCannotWrite, "there is a file already", at: path,
        maybe: "use it, or give another path with --store")
    }
    try await self.options.open(creating: true).close()
    Output.line("made the store \(path)")
  }
}
