// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct AreaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "area", abstract: "The local authority whose records these are.",
    subcommands: [AreaShowCommand.self, AreaSetCommand.self])
}
