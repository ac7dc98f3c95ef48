// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Vocabulary

struct PlanExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "The whole plan as Markdown, with its evidence and the fixed wording.")

  @OptionGroup var choice: PlanChoice
  @Option(help: "A file instead of standard output.")
  var out: String = "-"
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let plan = try await self.options.session(for: "plan export") { session in
      try await GetPlan.run(try await self.choice.id(session), in: session.practice, as: session.person)
    }
    if self.out == "-" { return Output.write(plan.markdown) }
    try Disk.write(plan.markdown, to: self.out)
    Output.line("wrote \(self.out)")
  }
}
