// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct ScreenerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screener",
    abstract: "Instruments as data: list, show, check, install, form, export, import, quality.",
    subcommands: [
      ScreenerListCommand.self, ScreenerShowCommand.self, ScreenerCheckCommand.self, ScreenerInstallCommand.self,
      ScreenerFormCommand.self, ScreenerExportCommand.self, ScreenerImportCommand.self, ScreenerQualityCommand.self,
    ])
}
