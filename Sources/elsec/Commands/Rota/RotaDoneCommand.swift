// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

struct RotaDoneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Say what became of visits; next week's demand counts what was held.")

  @Argument(help: "The visits' ids; or --week with --all.")
  var visits: [String] = []
  @Option(help: "The week whose published visits are meant.")
  var week: SchoolWeek?
  @Flag(help: "Every visit of the week's published rota, except those named with --except.")
  var all = false
  @Option(name: .customLong("except"), help: "Visits that are not meant; repeat for more.")
  var excepted: [String] = []
  @Option(help: "done, missed or cancelled.")
  var outcome: Storage.VisitOutcome = .done
  @Option(help: "Children who were there, where not all were; repeat for more. For one visit only.")
  var attended: [String] = []
  @Option(help: "A remark; no child is named.")
  var note: String = ""
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard self.visits.isEmpty == self.all, !self.all || self.week != nil else {
      throw ValidationError("name visits, or a --week with --all")
    }
    if !self.attended.isEmpty, self.visits.count != 1 {
      throw ValidationError("--attended goes with one visit")
    }
  }

  func run() async throws {
    let count = try await self.options.session(for: "rota done") { session in
      var visits = self.visits.map { VisitID($0) }
      if self.all, let week = self.week {
        let kept = try await GetRota.run(
          GetRota.Input(week: week, onlyPublished: true), in: session.practice, as: session.person)
        visits = kept.answer.assignments.map(\.visit).filter { !self.excepted.contains($0.rawValue) }
      }
      let attended = self.attended.isEmpty ? nil : self.attended.map { ChildID($0) }
      return try await RecordVisitsDone.run(
        RecordVisitsDone.Input(
          words: visits.map {
            RecordVisitsDone.Word(visit: $0, outcome: self.outcome, attended: attended, note: self.note)
          }),
        in: session.practice, as: session.person)
    }
    Output.line("\(counted(count, "visit")) \(self.outcome.rawValue)")
  }
}
