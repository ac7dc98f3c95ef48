// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct SettingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Schools and nurseries.",
    subcommands: [SettingsImportCommand.self, SettingsListCommand.self])
}

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

struct SettingsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The settings of the area.")

  struct Line: Encodable {
    let id: String
    let name: String
    let phase: String
    let postcode: String?
    let latitude: Double?
    let longitude: Double?
    let pupils: Int?
    let rooms: Int
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let settings = try await self.options.session(for: "settings list") {
      try await ListSettings.run((), in: $0.practice, as: $0.person)
    }
    let lines = settings.map {
      Line(
        id: $0.id.rawValue, name: $0.name, phase: $0.phase.title, postcode: $0.postcode?.text,
        latitude: $0.latitude, longitude: $0.longitude, pupils: $0.pupils, rooms: $0.rooms)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("setting", .left), ("name", .left), ("phase", .left), ("postcode", .left), ("pupils", .right),
    ])
    for line in lines {
      table.add(line.id, line.name, line.phase, line.postcode ?? "", line.pupils.map { "\($0)" } ?? "")
    }
    Output.write(table.text)
  }
}
