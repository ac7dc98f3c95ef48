// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Handlers
import Storage
import Vocabulary

struct CalendarImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add and update the area's calendar from a CSV (date,to,kind,setting,title) or a calendar's YAML.",
    discussion: "A file that ends in .yaml is read as Schedules/FORMAT.md says, with the bank holidays it names.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let rows = self.isDefinition ? [] : try self.importing.rows(CalendarRow.self)
    let entries = try self.isDefinition ? self.defined() : rows.map { CalendarEntryRecord($0.row, source: self.source) }
    let report = try await self.importing.options.session(for: "calendar import") { session in
      let settings = Set(try await ListSettings.run((), in: session.practice, as: session.person).map(\.id))
      try self.importing.refuse(
        rows, at: "setting", "the setting is not in the store", maybe: "import the settings first"
      ) { row in row.setting.map { settings.contains($0.id) } ?? true }
      let unknown = Set(entries.compactMap(\.setting)).subtracting(settings).sorted()
      try ImportOptions.refuse(
        unknown.map {
          Fault(
            .importReference, "the setting \($0) is not in the store", at: self.importing.file,
            maybe: "import the settings first")
        })
      return try await ImportCalendar.run(
        ImportCalendar.Input(entries: entries, apply: self.importing.apply), in: session.practice,
        as: session.person)
    }
    try self.importing.show(report, of: "calendar")
  }

  private var isDefinition: Bool { self.importing.file.hasSuffix(".yaml") }

  private var source: String { self.importing.file }

  private func defined() throws -> [CalendarEntryRecord] {
    try SchoolCalendar(definition: self.importing.file).entries(source: self.source)
  }
}
