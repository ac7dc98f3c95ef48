// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Terms, half-terms, bank holidays, INSET days and closures.",
    subcommands: [CalendarImportCommand.self])
}
