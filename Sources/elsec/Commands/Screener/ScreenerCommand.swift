// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct ScreenerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screener", abstract: "Instruments as data: list, show, check, install, quality.",
    subcommands: [
      ScreenerListCommand.self, ScreenerShowCommand.self, ScreenerCheckCommand.self, ScreenerInstallCommand.self,
      ScreenerQualityCommand.self,
    ])
}
