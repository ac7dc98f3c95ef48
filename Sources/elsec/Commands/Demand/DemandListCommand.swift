// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

struct DemandListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The visits asked for in a week.")

  struct Line: Encodable {
    let visit: String
    let setting: String
    let kind: String
    let minutes: Int
    let weight: Int
    let reason: String
    let cancelled: String?
  }

  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek
  @Flag(help: "Cancelled ones too.")
  var all = false
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let visits = try await self.options.session(for: "demand list") {
      try await ListDemand.run(
        ListDemand.Input(week: self.week, includingCancelled: self.all), in: $0.practice, as: $0.person)
    }
    let lines = visits.map {
      Line(
        visit: $0.id.rawValue, setting: $0.setting.rawValue, kind: $0.kind, minutes: $0.minutes,
        weight: $0.weight, reason: $0.reason, cancelled: $0.cancelReason)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("visit", .left), ("setting", .left), ("kind", .left), ("min", .right), ("weight", .right),
      ("why", .left),
    ])
    for line in lines {
      let why = line.cancelled.map { "cancelled: \($0)" } ?? line.reason
      table.add(line.visit, line.setting, line.kind, "\(line.minutes)", "\(line.weight)", why)
    }
    Output.write(table.text)
  }
}
