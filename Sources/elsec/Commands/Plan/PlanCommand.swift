// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Storage
import Vocabulary

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "The local area inclusion plan.",
    subcommands: [
      PlanNewCommand.self, PlanListCommand.self, PlanShowCommand.self, PlanWriteCommand.self,
      PlanMeasureCommand.self, PlanPartnerCommand.self, PlanPullCommand.self, PlanCheckCommand.self,
      PlanExportCommand.self,
    ])
}

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

struct PlanListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The area's plans.")

  struct Line: Encodable {
    let id: String
    let title: String
    let from: String
    let to: String
    let status: String
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let plans = try await self.options.session(for: "plan list") {
      try await ListPlans.run((), in: $0.practice, as: $0.person)
    }
    let lines = plans.map {
      Line(
        id: $0.id.rawValue, title: $0.title, from: "\($0.periodFrom)", to: "\($0.periodTo)",
        status: $0.status.rawValue)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([("plan", .left), ("title", .left), ("from", .left), ("to", .left), ("status", .left)])
    for line in lines { table.add(line.id, line.title, line.from, line.to, line.status) }
    Output.write(table.text)
  }
}

/// The plan that is meant: the one named, or the only one there is.
struct PlanChoice: ParsableArguments {
  @Option(help: "The plan's id; not needed where there is only one.")
  var plan: String?

  func id(_ session: StoreOptions.Session) async throws -> PlanID {
    if let plan = self.plan { return PlanID(plan) }
    let plans = try await ListPlans.run((), in: session.practice, as: session.person)
    guard plans.count == 1 else {
      throw Fault(
        plans.isEmpty ? .notFound : .usage, "there are \(plans.count) plans",
        maybe: plans.isEmpty ? "run 'elsec plan new'" : "name one with --plan")
    }
    return plans[0].id
  }
}
