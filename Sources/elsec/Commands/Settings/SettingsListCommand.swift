// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

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
