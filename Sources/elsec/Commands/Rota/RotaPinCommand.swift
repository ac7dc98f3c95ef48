// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Scheduling
import Vocabulary

struct RotaPinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Fix a visit's people, day or start, for this rota and later plans.",
    discussion: "Without --staff, --day and --start it is fixed where it stands. Exit status 1 when a rule is broken.")

  @Argument(help: "The visit's id.")
  var visit: String
  @OptionGroup var spot: SpotOptions
  @Flag(help: "Take the pin away.")
  var remove = false
  @OptionGroup var edit: EditOptions

  func validate() throws {
    if self.remove, !self.spot.isEmpty { throw ValidationError("--remove takes all of the pin away") }
  }

  func run() async throws {
    let visit = VisitID(self.visit)
    try await self.edit.perform(
      self.remove
        ? .unpin(visit)
        : .pin(visit, staff: self.spot.people, day: self.spot.rotaDay, start: self.spot.minute),
      for: "rota pin")
  }
}
