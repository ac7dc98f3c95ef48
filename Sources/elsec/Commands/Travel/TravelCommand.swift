// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct TravelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "travel", abstract: "Measured travel times, which go before the formula.",
    subcommands: [TravelImportCommand.self])
}
