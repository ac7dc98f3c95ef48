// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Storage
import Vocabulary

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
