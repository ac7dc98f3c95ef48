// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

struct DemandCancelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Take a visit out of what is asked for; it stays on record.")

  @Argument(help: "The visit's id.")
  var visit: String
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    try await self.options.session(for: "demand cancel") {
      try await CancelDemand.run(
        CancelDemand.Input(visit: VisitID(self.visit), reason: self.reason), in: $0.practice, as: $0.person)
    }
    Output.line("cancelled \(self.visit)")
  }
}
