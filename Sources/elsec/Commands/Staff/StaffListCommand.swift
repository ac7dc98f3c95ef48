// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct StaffListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The team.")

  struct Line: Encodable {
    let id: String
    let name: String
    let role: String
    let band: String?
    let skills: [String]
    let shifts: String
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let staff = try await self.options.session(for: "staff list") {
      try await ListStaff.run((), in: $0.practice, as: $0.person)
    }
    let lines = staff.map {
      Line(
        id: $0.id.rawValue, name: $0.name, role: $0.role, band: $0.band, skills: $0.skills, shifts: $0.shifts)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("id", .left), ("name", .left), ("role", .left), ("band", .left), ("skills", .left), ("shifts", .left),
    ])
    for line in lines {
      table.add(
        line.id, line.name, line.role, line.band ?? "", line.skills.joined(separator: " "), line.shifts)
    }
    Output.write(table.text)
  }
}
