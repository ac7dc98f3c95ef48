// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Handlers
import Storage
import Vocabulary

struct CalendarImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add and update the area's calendar from a CSV: date,to,kind,setting,title.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let rows = try self.importing.rows(CalendarRow.self)
    let entries = rows.map { CalendarEntryRecord($0.row, source: self.importing.file) }
    let report = try await self.importing.options.session(for: "calendar import") { session in
      let settings = Set(try await ListSettings.run((), in: session.practice, as: session.person).map(\.id))
      try self.importing.refuse(
        rows, at: "setting", "the setting is not in the store", maybe: "import the settings first"
      ) { row in row.setting.map { settings.contains($0.id) } ?? true }
      return try await ImportCalendar.run(
        ImportCalendar.Input(entries: entries, apply: self.importing.apply), in: session.practice,
        as: session.person)
    }
    try self.importing.show(report, of: "calendar")
  }
}
