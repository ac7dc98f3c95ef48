// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

struct RotaShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A week's rota, a table a person, and what is left out.")

  @OptionGroup var choice: RotaChoice
  @Option(help: "Only one person, by staff id.")
  var staff: String?
  @Flag(help: "One grid for the whole team.")
  var grid = false
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let (kept, owed) = try await self.options.session(for: "rota show") { session in
      (
        try await GetRota.run(self.choice.input, in: session.practice, as: session.person),
        try await ShowOwed.run(self.choice.input, in: session.practice, as: session.person)
      )
    }
    var report = RotaReport(kept)
    report.owed = OwedReport(owed)
    if self.json { return try Output.json(report) }
    let table = Scheduling.RotaTable(kept.answer, of: kept.problem)
    let wanted = table.rows.map(\.staff).filter { self.staff == nil || $0.rawValue == self.staff }
    guard !wanted.isEmpty else {
      throw Fault(
        .notFound, "nobody on this rota has the id '\(self.staff ?? "")'",
        maybe: "use one of: \(table.rows.map(\.staff.rawValue).joined(separator: ", "))")
    }
    Output.line("\(report.week), rota \(report.rota), \(report.status)\(report.publishedBy.map { " by \($0)" } ?? "")")
    if self.grid {
      for line in table.grid() { Output.line(line) }
    } else {
      for staff in wanted { for line in table.lines(for: staff) { Output.line(line) } }
    }
    if self.staff == nil {
      Output.line("\n\(report.placed) of \(report.of) visits placed, \(report.travelMinutes) minutes of travel")
      for visit in report.leftOut { Output.line("left out: \(visit.visit): \(visit.reason)") }
      for line in report.owed?.words() ?? [] { Output.line(line) }
      Output.line(report.travelStatement)
    }
  }
}
