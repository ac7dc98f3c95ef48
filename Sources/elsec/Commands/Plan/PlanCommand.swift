// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "The local area inclusion plan.",
    subcommands: [
      PlanNewCommand.self, PlanListCommand.self, PlanShowCommand.self, PlanWriteCommand.self,
      PlanMeasureCommand.self, PlanPartnerCommand.self, PlanPullCommand.self, PlanCheckCommand.self,
      PlanExportCommand.self,
    ])
}
