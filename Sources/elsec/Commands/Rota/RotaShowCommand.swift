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
  @Flag(help: "One grid for the whole team, as wide as the terminal, or 80 columns.")
  var grid = false
  @Flag(help: "What the rota costs by term and by person, instead of its visits.")
  var score = false
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let (kept, owed) = try await self.options.session(for: "rota show") {
      try await ShowOwed.run(self.choice.input, in: $0.practice, as: $0.person)
    }
    var report = RotaReport(kept, withScore: self.score)
    report.owed = OwedReport(owed)
    if self.json { return try Output.json(report) }
    if let score = report.score {
      let verdict = VerdictReport(RotaReferee.check(kept.answer, of: kept.problem), claimed: nil)
      return Output.write("\(report.week), rota \(report.rota), \(report.status)\n\(verdict.text)\n\(score.text)")
    }
    let table = Scheduling.RotaTable(kept.answer, of: kept.problem)
    let wanted = table.rows.map(\.staff).filter { self.staff == nil || $0.rawValue == self.staff }
    guard !wanted.isEmpty else {
      throw Fault(
        .notFound, "nobody on this rota has the id '\(self.staff ?? "")'",
        maybe: "use one of: \(table.rows.map(\.staff.rawValue).joined(separator: ", "))")
    }
    Output.line("\(report.week), rota \(report.rota), \(report.status)\(report.publishedBy.map { " by \($0)" } ?? "")")
    if let acceptance = kept.acceptance { Output.line(acceptance.sentence) }
    if self.grid {
      for line in table.grid(width: RawTerminal.size?.columns ?? 80) { Output.line(line) }
    } else {
      for staff in wanted { for line in table.lines(for: staff) { Output.line(line) } }
    }
    if self.staff == nil {
      Output.line(
        "\n\(report.placed) of \(counted(report.of, "visit")) placed, "
          + "\(counted(report.travelMinutes, "minute")) of travel, \(report.costText)")
      for group in report.leftOutByReason {
        Output.line("left out, \(group.count): \(group.reason)")
        for visit in group.visits { Output.line("  \(visit)") }
      }
      for line in report.owed?.words() ?? [] { Output.line(line) }
      Output.line(report.travelStatement)
    }
  }
}
