// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import Vocabulary

struct StoreBackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a consistent copy while others go on working.")

  @Argument(help: "The copy's path; no file may be there.")
  var path: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let store = try await self.options.open()
    try await store.backup(to: self.path)
    try await store.close()
    Output.line("wrote \(self.path)")
  }
}
