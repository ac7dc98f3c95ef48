// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import SchedulingSolver
import Storage
import Vocabulary

struct RotaPlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make a week's rota from what is asked for, and keep it as a draft.")

  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek
  @OptionGroup var search: SearchOptions
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let progress = ProgressLine(isPlain: self.search.isProgressPlain)
    let input = PlanRota.Input(week: self.week, options: try self.search.options()) { progress.show($0) }
    let done = try await self.options.session(for: "rota plan") {
      try await PlanRota.run(input, in: $0.practice, as: $0.person)
    }
    progress.end()
    let report = RotaReport(done.rota)
    if self.json { return try Output.json(report) }
    Output.line(
      "draft \(report.rota) for \(report.week): \(report.placed) of \(report.of) visits placed, "
        + "\(report.travelMinutes) minutes of travel, \(report.costText)")
    for group in report.leftOutByReason.prefix(8) { Output.line("  left out, \(group.count): \(group.reason)") }
    for visit in done.dropped { Output.line("  not on the rota: \(visit.visit): \(visit.reason)") }
    Output.line(done.rota.record.travelStatement)
  }
}
