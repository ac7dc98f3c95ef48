// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct ChildrenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "children", abstract: "The children on the settings' rolls.",
    subcommands: [
      ChildrenImportCommand.self, ChildrenListCommand.self, ChildrenShowCommand.self, ChildrenExportCommand.self,
      ChildrenHoldCommand.self, ChildrenDueCommand.self, ChildrenEraseCommand.self,
    ])
}
