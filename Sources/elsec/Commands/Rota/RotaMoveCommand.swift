// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Scheduling
import Vocabulary

struct RotaMoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Put a visit with other people, on another day or at another time.",
    discussion: "What is not said stays as it is. Every rule is checked at once; exit status 1 when one is broken.")

  @Argument(help: "The visit's id.")
  var visit: String
  @OptionGroup var spot: SpotOptions
  @OptionGroup var edit: EditOptions

  func validate() throws {
    if self.spot.isEmpty { throw ValidationError("say where it goes: --staff, --day or --start") }
  }

  func run() async throws {
    try await self.edit.perform(
      .move(VisitID(self.visit), staff: self.spot.people, day: self.spot.rotaDay, start: self.spot.minute),
      for: "rota move")
  }
}
