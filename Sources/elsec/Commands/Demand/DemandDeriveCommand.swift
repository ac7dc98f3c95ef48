// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

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
    let (groups, visits) = (done.demand.groups.count, done.demand.visits.count)
    Output.line("\(self.week): \(counted(groups, "group")), \(counted(visits, "visit"))")
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
    if done.cancelled > 0 {
      Output.line("\(counted(done.cancelled, "earlier visit is", "earlier visits are")) no longer asked for")
    }
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
