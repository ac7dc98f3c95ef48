// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Storage
import Vocabulary

struct PlanNewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Open a draft with its twelve sections.")

  @Argument(help: "The plan's title.")
  var title: String
  @Option(help: "The first day it covers.")
  var from: CivilDate
  @Option(help: "The last day it covers.")
  var to: CivilDate
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let plan = try await self.options.session(for: "plan new") {
      try await NewPlan.run(
        NewPlan.Input(title: self.title, from: self.from, to: self.to), in: $0.practice, as: $0.person)
    }
    Output.line("plan \(plan.id)")
  }
}
