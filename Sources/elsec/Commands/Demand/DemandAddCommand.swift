// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

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
