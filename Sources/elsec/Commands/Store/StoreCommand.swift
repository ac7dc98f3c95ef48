// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct StoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "The file that keeps the records.",
    subcommands: [
      StoreInitCommand.self, StoreMigrateCommand.self, StoreCheckCommand.self, StoreBackupCommand.self,
      StoreRestoreCommand.self, StoreSealCommand.self, StorePassphraseCommand.self, StoreRecoveryKeyCommand.self,
    ])
}
