// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import SchedulingSolver
import Storage
import Vocabulary

struct RotaPlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make a week's rota from what is asked for, and keep it as a draft.",
    discussion: """
      With --weeks, several weeks of school are planned one after the other, holidays passed over: each week's demand is
      derived from the state that the rotas before it would leave, as if their visits were held. A week whose rota is
      published is taken as it stands. Deriving a week again replaces what was derived ahead.
      """)

  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek
  @Option(help: "How many weeks with school to plan from that week on, 1 to 26; their demand is derived too.")
  var weeks: Int?
  @Flag(help: "Leave it to a worker (see 'elsec work') and print the job's id; --time-limit is 60 unless given.")
  var queue = false
  @OptionGroup var search: SearchOptions
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let weeks = self.weeks, !(1...PlanWeeks.most).contains(weeks) {
      throw ValidationError("--weeks takes 1 to \(PlanWeeks.most), not \(weeks)")
    }
    if self.queue && self.weeks != nil { throw ValidationError("--queue takes one week at a time") }
  }

  func run() async throws {
    if self.queue { return try await self.submit() }
    if let weeks = self.weeks { return try await self.plan(weeks) }
    let progress = ProgressLine(isPlain: self.search.isProgressPlain)
    let input = PlanRota.Input(week: self.week, options: try self.search.options()) { progress.show($0) }
    let done = try await self.options.session(for: "rota plan") {
      try await PlanRota.run(input, in: $0.practice, as: $0.person)
    }
    progress.end()
    var report = RotaReport(done.rota)
    report.owed = OwedReport(done.owed)
    if self.json { return try Output.json(report) }
    Output.line(
      "draft \(report.rota) for \(report.week): \(report.placed) of \(counted(report.of, "visit")) placed, "
        + "\(counted(report.travelMinutes, "minute")) of travel, \(report.costText)")
    for group in report.leftOutByReason.prefix(8) { Output.line("  left out, \(group.count): \(group.reason)") }
    for visit in done.dropped { Output.line("  not on the rota: \(visit.visit): \(visit.reason)") }
    for line in report.owed?.words(showing: 8) ?? [] { Output.line(line) }
    Output.line(done.rota.record.travelStatement)
  }

  private func submit() async throws {
    let request = RotaJobRequest(
      week: self.week, timeLimitSeconds: self.search.timeLimit.map { Int($0.rounded(.up)) } ?? 60,
      seed: self.search.seed, threads: self.search.threads, iterations: self.search.iterations)
    let job = try await self.options.session(for: "rota plan") {
      try await SubmitRotaJob.run(request, in: $0.practice, as: $0.person)
    }
    if self.json { return try Output.json(JobReport(job)) }
    Output.line("job \(job.id) for \(self.week) waits for a worker")
  }

  private func plan(_ weeks: Int) async throws {
    let progress = ProgressLine(isPlain: self.search.isProgressPlain)
    let input = PlanWeeks.Input(first: self.week, weeks: weeks, options: try self.search.options()) {
      progress.show($1)
    }
    let done = try await self.options.session(for: "rota plan") {
      try await PlanWeeks.run(input, in: $0.practice, as: $0.person)
    }
    progress.end()
    let report = RotaWeeksReport(done)
    if self.json { return try Output.json(report) }
    for line in report.words { Output.line(line) }
    Output.write("\n" + report.table)
    let planned = done.weeks.count { $0.rota != nil }
    if report.takenAsHeld > 0 {
      Output.line("earlier visits that nobody has said a word about, taken as held: \(report.takenAsHeld)")
    }
    if planned < weeks { Output.line("\(planned) of \(weeks) weeks have a rota") }
    for line in done.weeks.last?.owed.map({ OwedReport($0).words(showing: 8) }) ?? [] { Output.line(line) }
  }
}
