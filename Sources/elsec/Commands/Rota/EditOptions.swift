// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Scheduling
import Storage
import Vocabulary

/// Which rota is edited by hand, and what becomes of it: one of a week in the store, or two files.
struct EditOptions: ParsableArguments {
  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek?
  @Option(help: "A rota's id; the latest of the week unless told.")
  var rota: String?
  @Flag(help: "The rota that people hold, even when there is a later draft.")
  var published = false
  @Flag(help: "Keep the edited rota as a new draft, if it breaks no rule.")
  var apply = false
  @Option(help: "A problem in the rota exchange format, instead of --week.")
  var problem: String?
  @Option(help: "The answer that is edited, for a problem file.")
  var answer: String?
  @Option(help: "Where the edited answer goes, if it breaks no rule.")
  var out: String?
  @Option(name: .customLong("out-problem"), help: "Where the problem goes, with its pins.")
  var outProblem: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (self.problem == nil) != (self.week == nil) else {
      throw ValidationError("give a --week, or a --problem with its --answer")
    }
    guard (self.problem == nil) == (self.answer == nil) else {
      throw ValidationError("--problem and --answer go together")
    }
    if self.week != nil, self.out != nil || self.outProblem != nil {
      throw ValidationError("--out and --out-problem go with --problem; in a store, use --apply")
    }
    if self.week == nil, self.apply || self.published || self.rota != nil {
      throw ValidationError("--apply, --published and --rota go with --week; for files, use --out")
    }
  }

  /// Judges the edit, shows it, and keeps it where that was asked for.
  ///
  /// - Throws: `ExitCode` 1 when the edited rota breaks a rule.
  func perform(_ edit: RotaEdit, for purpose: String) async throws {
    let (edited, draft): (EditedRota, RotaID?)
    if let problem = self.problem, let answer = self.answer {
      edited = try EditedRota(
        edit, of: try Disk.read(answer, by: RotaAnswerFile.decode),
        in: try Disk.read(problem, by: RotaProblemFile.decode))
      draft = nil
      if edited.isAllowed { try self.write(edited) }
    } else if let week = self.week {
      let rota = GetRota.Input(week: week, rota: self.rota.map { RotaID($0) }, onlyPublished: self.published)
      let done = try await self.options.session(for: purpose) {
        try await EditRota.run(.init(rota: rota, edit: edit, apply: self.apply), in: $0.practice, as: $0.person)
      }
      (edited, draft) = (done.edited, done.draft?.record.id)
    } else {
      return
    }
    let report = EditReport(edited, draft: draft)
    if self.json { try Output.json(report) } else { Output.write(report.text) }
    guard edited.isAllowed else { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }

  private func write(_ edited: EditedRota) throws {
    if let out = self.out {
      try Disk.write(String(decoding: try RotaAnswerFile.encode(edited.answer), as: UTF8.self), to: out)
    }
    if let out = self.outProblem {
      try Disk.write(String(decoding: try RotaProblemFile.encode(edited.problem), as: UTF8.self), to: out)
    }
  }
}

/// Where a visit is to be.
struct SpotOptions: ParsableArguments {
  @Option(
    name: .customLong("staff"), help: "Who makes it, by staff id; repeat for a joint visit, in the order of its slots.")
  var staff: [String] = []
  @Option(help: "A date, or the day's number from 0.")
  var day: String?
  @Option(help: "When it starts: HH:MM.")
  var start: String?

  func validate() throws {
    if let day = self.day, RotaDay(day) == nil {
      throw ValidationError("--day takes a date such as 2026-12-01, or the day's number from 0")
    }
    if let start = self.start, TimeOfDay(start) == nil { throw ValidationError("--start takes a time HH:MM") }
  }

  var isEmpty: Bool { self.staff.isEmpty && self.day == nil && self.start == nil }
  var people: [StaffID]? { self.staff.isEmpty ? nil : self.staff.map { StaffID($0) } }
  var rotaDay: RotaDay? { self.day.flatMap { RotaDay($0) } }
  var minute: Int? { self.start.flatMap { TimeOfDay($0)?.minute } }
}
