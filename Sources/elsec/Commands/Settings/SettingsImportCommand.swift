// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct SettingsImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add and update settings from a CSV with the column names of Get Information About Schools.",
    discussion: "Easting and Northing are converted to latitude and longitude with the datum shift.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let rows = try self.importing.rows(SettingRow.self).map(\.row)
    let closed = rows.count { !$0.isOpen }
    if closed > 0 { Output.complain("note: \(closed) settings that are not open were passed over\n") }
    let records = rows.filter(\.isOpen).map { SettingRecord($0, source: self.importing.file) }
    let report = try await self.importing.options.session(for: "settings import") {
      try await ImportSettings.run(
        ImportSettings.Input(settings: records, apply: self.importing.apply), in: $0.practice, as: $0.person)
    }
    try self.importing.show(report, of: "settings")
  }
}
