// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct ChildrenHoldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Put a child's record under a legal hold: nothing of it is erased until it is lifted.")

  @Argument(help: "The child's id.")
  var child: String
  @Option(help: "Why.")
  var reason: String
  @Flag(help: "Lift the hold.")
  var lift = false
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let input = HoldChild.Input(child: ChildID(self.child), reason: self.reason, isHeld: !self.lift)
    try await self.options.session(for: "children hold") {
      _ = try await HoldChild.run(input, in: $0.practice, as: $0.person)
    }
    Output.line(self.lift ? "\(self.child) is under no legal hold any more" : "\(self.child) is under a legal hold")
  }
}
