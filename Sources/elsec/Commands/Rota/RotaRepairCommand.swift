// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Scheduling
import SchedulingSolver
import Storage
import Vocabulary

struct RotaRepairCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Ways to go on with a week after something has happened: from the fewest changes to the cheapest rota.",
    discussion: """
      With --week, the rota that people hold is repaired; what is offered is kept as it was shown, and --accept N makes \
      a draft of alternative N for 'elsec rota publish'. With a PROBLEM file and --published, no store is used.
      """)

  @Argument(help: "A problem in the rota exchange format, instead of --week.")
  var problem: String?
  @Option(help: "The answer that people hold, for a problem file.")
  var published: String?
  @Option(help: "The week whose published rota is repaired, such as 2026-W49.")
  var week: SchoolWeek?
  @OptionGroup var happened: DisruptionOptions
  @Option(help: "Keep alternative N, as it was shown last, as a draft.")
  var accept: Int?
  @Option(help: "The repair that --accept means; the latest you asked for unless told.")
  var repair: String?
  @Option(help: "Which alternative --out takes: a number, fewest, balanced or cheapest.")
  var alternative: String = RotaRepair.Virtue.fewest.rawValue
  @Option(help: "Where the chosen answer goes.")
  var out: String?
  @Option(name: .customLong("out-problem"), help: "Where the changed problem goes, with the held rota as published.")
  var outProblem: String?
  @Option(help: "Rounds to search.")
  var iterations: Int = RepairOptions.defaultIterations
  @Option(help: "The same seed and records give the same alternatives.")
  var seed: UInt64 = 1
  @Option(name: .customLong("time-limit"), help: "Seconds after which the search takes what it has.")
  var timeLimit: Double = 1.5
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (self.problem == nil) != (self.week == nil) else {
      throw ValidationError("give a --week, or a problem file with --published")
    }
    guard (self.problem == nil) == (self.published == nil) else {
      throw ValidationError("--published goes with a problem file, and a problem file needs it")
    }
    if self.week != nil, self.out != nil || self.outProblem != nil {
      throw ValidationError("--out and --out-problem go with a problem file; in a store, use --accept")
    }
    if self.week == nil, self.accept != nil || self.repair != nil {
      throw ValidationError("--accept goes with --week; for files, use --alternative and --out")
    }
    if self.accept != nil, !self.happened.isEmpty {
      throw ValidationError("--accept takes what was shown, so nothing else may be said to have happened")
    }
    guard self.accept ?? 1 > 0 else { throw ValidationError("--accept takes a number from 1") }
    guard (0...10_000_000).contains(self.iterations) else {
      throw ValidationError("--iterations takes 0 to 10000000, not \(self.iterations)")
    }
    guard self.timeLimit > 0, self.timeLimit <= 3_600 else {
      throw ValidationError("--time-limit takes more than 0 and at most 3600 seconds, not \(self.timeLimit)")
    }
    if Int(self.alternative) == nil, RotaRepair.Virtue(rawValue: self.alternative) == nil {
      throw ValidationError("--alternative takes a number, fewest, balanced or cheapest")
    }
  }

  func run() async throws {
    if let path = self.problem, let published = self.published {
      try await self.repair(path, published)
    } else if let week = self.week, let number = self.accept {
      try await self.accept(number, of: week)
    } else if let week = self.week {
      try await self.repair(week)
    }
  }

  private var effort: RepairOptions {
    RepairOptions(
      iterations: self.iterations, seed: self.seed, timeLimit: .milliseconds(Int(self.timeLimit * 1000)))
  }

  private func repair(_ path: String, _ published: String) async throws {
    let plain = try Disk.read(path, by: RotaProblemFile.decode)
    let held = try Disk.read(published, by: RotaAnswerFile.decode)
    let problem = try plain.replacing(published: held.assignments)
      .disrupted(by: try self.happened.disruptions(in: plain.horizon))
    let repair = try await RotaRepairer.repair(
      problem, leftOut: Set(held.unassigned.map(\.visit)), from: try self.happened.start(in: plain.horizon),
      options: self.effort)
    let report = RepairReport(repair, calls: repair.alternatives.map { CallList($0.changes, children: nil) })
    let chosen = repair.alternatives[try self.position(in: repair)]
    if let out = self.out {
      try Disk.write(String(decoding: try RotaAnswerFile.encode(chosen.answer), as: UTF8.self), to: out)
    }
    if let out = self.outProblem {
      try Disk.write(String(decoding: try RotaProblemFile.encode(repair.problem), as: UTF8.self), to: out)
    }
    try self.show(report)
  }

  private func repair(_ week: SchoolWeek) async throws {
    let horizon = RotaProblem.Horizon(start: week.monday, days: 5)
    let input = RepairRota.Input(
      week: week, disruptions: try self.happened.disruptions(in: horizon),
      from: try self.happened.start(in: horizon), options: self.effort)
    let done = try await self.options.session(for: "rota repair") {
      try await RepairRota.run(input, in: $0.practice, as: $0.person)
    }
    try self.show(RepairReport(done.repair, calls: done.calls, id: done.id, held: done.held.id))
    if !self.json { Output.line("\nkeep one with: elsec rota repair --week \(week) --accept N") }
  }

  private func accept(_ number: Int, of week: SchoolWeek) async throws {
    let input = AcceptRepair.Input(week: week, number: number, repair: self.repair.map { RepairID($0) })
    let done = try await self.options.session(for: "rota repair --accept") {
      try await AcceptRepair.run(input, in: $0.practice, as: $0.person)
    }
    if self.json { return try Output.json(RotaReport(done.rota)) }
    Output.line("draft \(done.rota.record.id) for \(week) is alternative \(number)")
    if let acceptance = done.rota.acceptance { Output.line(acceptance.sentence) }
    for line in done.notKept { Output.line("not kept for later plans: \(line)") }
    Output.line("people hold the old rota until: elsec rota publish --week \(week) --rota \(done.rota.record.id)")
  }

  private func position(in repair: RotaRepair) throws -> Int {
    if let virtue = RotaRepair.Virtue(rawValue: self.alternative) { return repair.position(of: virtue) }
    guard let number = Int(self.alternative), (1...repair.alternatives.count).contains(number) else {
      throw Fault(
        .notFound, "there is no alternative \(self.alternative)", at: "--alternative",
        maybe: "there are \(repair.alternatives.count); or say fewest, balanced or cheapest")
    }
    return number - 1
  }

  private func show(_ report: RepairReport) throws {
    if self.json { try Output.json(report) } else { Output.write(report.text) }
  }
}

extension RepairAcceptanceRecord {
  /// Says who accepted what, and why.
  var sentence: String {
    let why = self.disruptions.isEmpty ? "what the records say" : self.disruptions.joined(separator: ", ")
    return "it repairs rota \(self.held) for \(why); alternative \(self.number) was accepted by \(self.by) "
      + "on \(LondonTime(self.at))"
  }
}
