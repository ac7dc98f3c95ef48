// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Handlers
import Storage
import Vocabulary

struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Terms, half-terms, bank holidays, INSET days and closures.",
    subcommands: [CalendarImportCommand.self])
}

struct CalendarImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add and update the area's calendar from a CSV: date,to,kind,setting,title.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let entries = try self.importing.rows(CalendarRow.self).map {
      CalendarEntryRecord($0.row, source: self.importing.file)
    }
    let report = try await self.importing.options.session(for: "calendar import") {
      try await ImportCalendar.run(
        ImportCalendar.Input(entries: entries, apply: self.importing.apply), in: $0.practice, as: $0.person)
    }
    try self.importing.show(report, of: "calendar")
  }
}
