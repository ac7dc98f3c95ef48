// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct SettingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Schools and nurseries.",
    subcommands: [SettingsImportCommand.self, SettingsListCommand.self])
}
