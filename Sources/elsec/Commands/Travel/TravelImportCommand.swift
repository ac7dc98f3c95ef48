// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct TravelImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add and update legs from a CSV: origin,destination,minutes,km,source,date.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let legs = try self.importing.rows(TravelRow.self).map { TravelMinutesRecord($0.row) }
    let report = try await self.importing.options.session(for: "travel import") {
      try await ImportTravel.run(
        ImportTravel.Input(legs: legs, apply: self.importing.apply), in: $0.practice, as: $0.person)
    }
    try self.importing.show(report, of: "travel times")
  }
}
