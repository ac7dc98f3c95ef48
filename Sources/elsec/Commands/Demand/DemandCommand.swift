// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct DemandCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand", abstract: "The visits that pathways and the manager ask for.",
    subcommands: [
      DemandDeriveCommand.self, DemandListCommand.self, DemandAddCommand.self, DemandCancelCommand.self,
    ])
}
