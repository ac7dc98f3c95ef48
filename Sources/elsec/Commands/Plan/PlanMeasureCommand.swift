// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Storage
import Vocabulary

struct PlanMeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Add or change an aim with the measure it is judged by.")

  @Argument(help: "A code of your own, such as ELSEC-1.")
  var code: String
  @Option(help: "1 to 12.")
  var section: Int
  @Option(help: "What is to be reached, in words.")
  var aim: String
  @Option(help: "Who leads.")
  var lead: String = ""
  @Option(help: "How it will be seen.")
  var outcome: String = ""
  @Option(help: "Where it stands, a number.")
  var baseline: String?
  @Option(name: .customLong("baseline-as-at"), help: "The day of that number.")
  var baselineAsAt: CivilDate?
  @Option(help: "Where it should be.")
  var target: String?
  @Option(help: "By when.")
  var due: CivilDate
  @Option(help: "Which way is better: up or down.")
  var direction: Storage.MeasureDirection = .up
  @OptionGroup var choice: PlanChoice
  @OptionGroup var options: StoreOptions

  func run() async throws {
    for number in [self.baseline, self.target].compactMap(\.self) where MeasureValue(number) == nil {
      throw Fault(.usage, "'\(number)' is no number with at most two decimals", maybe: "write it like 45.5")
    }
    let change = try await self.options.session(for: "plan measure") { session in
      try await PutMeasure.run(
        PutMeasure.Input(
          plan: try await self.choice.id(session), section: self.section, code: self.code, aim: self.aim,
          leadPartner: self.lead, outcome: self.outcome, baseline: self.baseline,
          baselineAsAt: self.baselineAsAt, target: self.target, due: self.due, direction: self.direction),
        in: session.practice, as: session.person)
    }
    Output.line("measure \(self.code): \(change.rawValue)")
  }
}
