// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct RotaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rota", abstract: "One week's visits with people and times.",
    subcommands: [
      RotaPlanCommand.self, RotaShowCommand.self, RotaExplainCommand.self, RotaAdviseCommand.self,
      RotaPublishCommand.self, RotaRepairCommand.self, RotaPinCommand.self, RotaMoveCommand.self,
      RotaSwapCommand.self, RotaDoneCommand.self, RotaExportCommand.self, RotaSolveCommand.self,
      RotaCheckCommand.self, RotaJobsCommand.self,
    ])
}
