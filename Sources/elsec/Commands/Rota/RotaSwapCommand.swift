// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Scheduling
import Vocabulary

struct RotaSwapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap", abstract: "Let two visits change people, day and start; one of them may be left out.",
    discussion: "Every rule is checked at once; exit status 1 when one is broken.")

  @Argument(help: "A visit's id.")
  var first: String
  @Argument(help: "Another visit's id.")
  var second: String
  @OptionGroup var edit: EditOptions

  func run() async throws {
    try await self.edit.perform(.swap(VisitID(self.first), VisitID(self.second)), for: "rota swap")
  }
}
