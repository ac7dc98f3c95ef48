// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Storage
import Vocabulary

struct PlanWriteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Write the text of one section, from a Markdown file or standard input.")

  @Option(help: "1 to 12.")
  var section: Int
  @Option(name: .customLong("in"), help: "The file; - is standard input.")
  var input: String = "-"
  @OptionGroup var choice: PlanChoice
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let text = try Disk.text(self.input)
    let change = try await self.options.session(for: "plan write") { session in
      try await WriteSection.run(
        WriteSection.Input(plan: try await self.choice.id(session), section: self.section, text: text),
        in: session.practice, as: session.person)
    }
    Output.line("section \(self.section): \(change.rawValue)")
  }
}
