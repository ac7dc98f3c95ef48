// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

struct DemandCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand", abstract: "The visits that pathways and the manager ask for.",
    subcommands: [
      DemandDeriveCommand.self, DemandListCommand.self, DemandAddCommand.self, DemandCancelCommand.self,
    ])
}

struct DemandDeriveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "derive", abstract: "Turn confirmed tiers into groups and a week's visits.",
    discussion: "Without --apply it only shows what it would do.")

  struct Report: Encodable {
    let week: String
    let report: ImportReport
    let cancelled: Int
    let groups: Int
    let notPlaced: [String: Int]
    let wantedMinutes: Int
    let carriedMinutes: Int
  }

  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek
  @Flag(help: "Keep the visits.")
  var apply = false
  @Flag(help: "List every child, cohort and wish that got no visit, with the reason.")
  var explain = false
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let done = try await self.options.session(for: "demand derive") {
      try await DeriveDemand.run(
        DeriveDemand.Input(week: self.week, apply: self.apply), in: $0.practice, as: $0.person)
    }
    let reasons = Dictionary(grouping: done.demand.notPlaced, by: \.reason).mapValues(\.count)
    if self.json {
      return try Output.json(
        Report(
          week: "\(self.week)", report: done.report, cancelled: done.cancelled, groups: done.demand.groups.count,
          notPlaced: Dictionary(uniqueKeysWithValues: reasons.map { ($0.key.rawValue, $0.value) }),
          wantedMinutes: done.demand.capacity.wanted, carriedMinutes: done.demand.capacity.carried))
    }
    let kinds = Dictionary(grouping: done.demand.visits, by: \.kind).mapValues(\.count)
    Output.line("\(self.week): \(done.demand.groups.count) groups, \(done.demand.visits.count) visits")
    for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) { Output.line("  \(kind): \(count)") }
    Output.line("\(done.demand.notPlaced.count) without a visit this week:")
    for (reason, count) in reasons.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let example = done.demand.notPlaced.first { $0.reason == reason }?.because ?? ""
      Output.line("  \(reason.rawValue): \(count), such as: \(example)")
    }
    if self.explain {
      for item in done.demand.notPlaced { Output.line("  \(item.subject.words): \(item.because)") }
    }
    for note in done.demand.notes { Output.line("  note, \(note.setting): \(note.text)") }
    Output.line("\(done.demand.capacity)")
    if done.cancelled > 0 { Output.line("\(done.cancelled) earlier visits are no longer asked for") }
    Output.line(
      done.report.applied
        ? "kept: \(done.report.added) added, \(done.report.changed) changed, \(done.report.unchanged) unchanged"
        : "nothing was kept, run again with --apply")
  }
}

extension NotPlaced.Subject {
  /// A child is named by id only.
  var words: String {
    switch self {
    case .child(let id): "child \(id)"
    case .cohort(let id): "cohort \(id)"
    case .standing(let id): "wish \(id)"
    }
  }
}

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

struct DemandAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Ask for one visit: coaching, training, an audit.")

  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek
  @Option(help: "The setting, by URN or EY number.")
  var setting: String
  @Option(help: "What it is, such as coach.")
  var kind: String
  @Option(help: "How long it takes.")
  var minutes: Int
  @Option(
    name: .customLong("skills"), help: "Skills of one person needed, separated by blanks; repeat for a joint visit.")
  var slots: [String] = []
  @Option(name: .customLong("window"), help: "When it may take place: '2026-11-30 09:00-11:45'; repeat for more.")
  var windows: [String] = []
  @Option(help: "What leaving it out costs; the rules say it for known kinds.")
  var weight: Int?
  @Option(help: "Why it is asked for; no child is named.")
  var reason: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let input = AddDemand.Input(
      week: self.week, setting: SettingID(self.setting), kind: self.kind, minutes: self.minutes,
      slots: self.slots, windows: try self.windows.map { try DatedWindow(validating: $0) },
      weight: self.weight, reason: self.reason)
    let visit = try await self.options.session(for: "demand add") {
      try await AddDemand.run(input, in: $0.practice, as: $0.person)
    }
    Output.line("visit \(visit.id), weight \(visit.weight)")
  }
}

struct DemandCancelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Take a visit out of what is asked for; it stays on record.")

  @Argument(help: "The visit's id.")
  var visit: String
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    try await self.options.session(for: "demand cancel") {
      try await CancelDemand.run(
        CancelDemand.Input(visit: VisitID(self.visit), reason: self.reason), in: $0.practice, as: $0.person)
    }
    Output.line("cancelled \(self.visit)")
  }
}
