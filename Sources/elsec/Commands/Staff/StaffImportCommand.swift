// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct StaffImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add and update the team from a CSV.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let staff = try self.importing.rows(StaffRow.self).map { StaffRecord($0.row) }
    let report = try await self.importing.options.session(for: "staff import") {
      try await ImportStaff.run(
        ImportStaff.Input(staff: staff, apply: self.importing.apply), in: $0.practice, as: $0.person)
    }
    try self.importing.show(report, of: "staff")
  }
}
