// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct ScreenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Results: enter, import, list, show, amend, confirm, replay, rescore, export, conflicts.",
    subcommands: [
      ScreenEnterCommand.self, ScreenImportCommand.self, ScreenListCommand.self, ScreenShowCommand.self,
      ScreenAmendCommand.self, ScreenConfirmCommand.self, ScreenMappingCommand.self, ScreenReplayCommand.self,
      ScreenRescoreCommand.self, ScreenExportCommand.self, ScreenConflictsCommand.self,
    ])
}
