// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Screening
import Storage
import Vocabulary

struct ScreenImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Score and keep a file of answers: all rows or none.",
    discussion: """
      CSV: child_ref,test_date[,birth_date,not_screened,concern_slt], then one column an item code. A row \
      without answers says why in not_screened: absent, opted-out, left-setting, declined, not-suitable, other.
      """)

  @Option(help: "An id, or id@version.")
  var screener: String
  @Option(help: "baseline or followup.")
  var phase: Storage.ScreeningPhase = .baseline
  @OptionGroup var importing: ImportOptions

  struct Report: Encodable {
    let report: ImportReport
    let tiers: [String: Int]
    let withoutTier: Int
  }

  func run() async throws {
    let rows = try self.importing.rows(ScreeningRow.self)
    var problems: [Fault] = []
    var drafts: [ScreeningDraft] = []
    for item in rows {
      do throws(Fault) {
        drafts.append(try ScreeningDraft(item.row, place: "\(self.importing.file):\(item.number)"))
      } catch {
        problems.append(error)
      }
    }
    try ImportOptions.refuse(problems)
    let input = RecordScreenings.Input(
      screener: self.screener, phase: self.phase, drafts: drafts, apply: self.importing.apply)
    let done = try await self.importing.options.session(for: "screen import") {
      try await RecordScreenings.run(input, in: $0.practice, as: $0.person)
    }
    try ImportOptions.refuse(done.problems)
    if self.importing.json {
      let tiers = Dictionary(uniqueKeysWithValues: done.tiers.map { ($0.tier, $0.count) })
      return try Output.json(Report(report: done.report, tiers: tiers, withoutTier: done.withoutTier))
    }
    try self.importing.show(done.report, of: "screenings")
    for tier in done.tiers { Output.line("  proposed \(tier.tier): \(tier.count)") }
    if done.withoutTier > 0 { Output.line("  without a proposal (not screened, or not scored): \(done.withoutTier)") }
  }
}

extension ScreeningDraft {
  /// Columns that are neither named by the layout nor empty are items; `concern_slt` is a flag.
  init(_ row: ScreeningRow, place: String) throws(Fault) {
    var answers = ScreeningAnswers()
    var concerns: Set<Concern> = []
    for answer in row.answers {
      if answer.column.lowercased() == "concern_slt" {
        switch answer.text.lowercased() {
        case "yes", "y", "1", "true": concerns = [.slt]
        case "no", "n", "0", "false": break
        default:
          throw Fault(.importCell, "the cell is not yes or no", at: "\(place):concern_slt", maybe: "write yes or no")
        }
      } else {
        answers[ItemCode(answer.column)] = ResponseCode(answer.text)
      }
    }
    var content = Content.answers(answers)
    if let reason = row.notScreened {
      guard let known = NotScreenedReason(rawValue: reason.lowercased()) else {
        let all = NotScreenedReason.allCases.map(\.rawValue).joined(separator: ", ")
        throw Fault(
          .importCell, "the cell is not a reason for not screening", at: "\(place):not_screened",
          maybe: "use one of: \(all)")
      }
      content = .notScreened(known)
    }
    self.init(
      child: ChildID(row.child), testDate: row.testDate, content: content, birthDate: row.birthDate,
      concerns: concerns, place: place)
  }
}
