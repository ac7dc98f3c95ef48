// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct StaffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "The team: who, what they can do, when they work.",
    subcommands: [StaffImportCommand.self, StaffListCommand.self, StaffAbsenceCommand.self])
}
