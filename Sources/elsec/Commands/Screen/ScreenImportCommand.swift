// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Handlers
import Screening
import Storage
import Vocabulary

struct ScreenImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Score and keep a file of answers: all rows or none.",
    discussion: """
      CSV: child_ref,test_date[,birth_date,examiner,not_screened,concern_slt,answer_language,edition], then one \
      column an item code. A row without answers says why in not_screened: absent, opted-out, left-setting, \
      declined, not-suitable, other. A vendor's file is read by a saved mapping, see 'elsec screen mapping'. \
      child_ref may hold a UPN or an NHS number: the child who has exactly that one is meant.
      """)

  @Option(help: "An id, or id@version; the mapping's unless told.")
  var screener: String?
  @Option(help: "baseline or followup.")
  var phase: Storage.ScreeningPhase = .baseline
  @Option(help: ArgumentHelp("How a vendor's file is to be read.", valueName: "mapping.yaml"))
  var mapping: String?
  @Flag(help: "The rows are a second person's ratings of children who were screened the same day.")
  var secondRating = false
  @OptionGroup var importing: ImportOptions

  struct Report: Encodable {
    let report: ImportReport
    let tiers: [String: Int]
    let withoutTier: Int
    let notNormed: Int
  }

  func validate() throws {
    guard self.screener != nil || self.mapping != nil else {
      throw ValidationError("name the screener with --screener")
    }
  }

  func run() async throws {
    let mapping = try self.mapping.map { try VendorMapping(at: $0) }
    let screener = try self.screener(of: mapping)
    let translation = mapping.map { ImportMapping($0) }
    let rows = try self.importing.rows(ScreeningRow.self, by: translation)
    var problems: [Fault] = []
    var drafts: [ScreeningDraft] = []
    for item in rows {
      do throws(Fault) {
        drafts.append(try ScreeningDraft(item.row, place: "\(self.importing.file):\(item.number)"))
      } catch {
        problems.append(self.placed(error, by: translation))
      }
    }
    try ImportOptions.refuse(problems)
    if self.secondRating { return try await self.rate(drafts, screener, translation) }
    let input = RecordScreenings.Input(
      screener: screener, phase: self.phase, drafts: drafts, apply: self.importing.apply)
    let done = try await self.importing.options.session(for: "screen import") {
      try await RecordScreenings.run(input, in: $0.practice, as: $0.person)
    }
    try ImportOptions.refuse(done.problems.map { self.placed($0, by: translation) })
    if self.importing.json {
      let tiers = Dictionary(uniqueKeysWithValues: done.tiers.map { ($0.tier, $0.count) })
      return try Output.json(
        Report(report: done.report, tiers: tiers, withoutTier: done.withoutTier, notNormed: done.notNormed))
    }
    try self.importing.show(done.report, of: "screenings")
    for tier in done.tiers { Output.line("  proposed \(tier.tier): \(tier.count)") }
    if done.notNormed > 0 { Output.line("  not normed (of these; a therapist reviews): \(done.notNormed)") }
    if done.withoutTier > 0 { Output.line("  without a proposal (not screened, or not scored): \(done.withoutTier)") }
  }

  private func rate(_ drafts: [ScreeningDraft], _ screener: String, _ translation: ImportMapping?) async throws {
    let input = RecordSecondRatings.Input(
      screener: screener, phase: self.phase, drafts: drafts, apply: self.importing.apply)
    let done = try await self.importing.options.session(for: "screen import --second-rating") {
      try await RecordSecondRatings.run(input, in: $0.practice, as: $0.person)
    }
    try ImportOptions.refuse(done.problems.map { self.placed($0, by: translation) })
    try self.importing.show(done.report, of: "second ratings")
  }

  private func screener(of mapping: VendorMapping?) throws -> String {
    guard let mapping else { return self.screener ?? "" }
    guard let named = self.screener else { return mapping.screener }
    guard named.split(separator: "@").first == mapping.screener.split(separator: "@").first else {
      throw Fault(
        .usage, "the mapping is for \(mapping.screener), not for \(named)", at: self.mapping,
        maybe: "leave --screener away, or take the mapping of that screener")
    }
    return named
  }

  /// The same fault with the vendor's name of the column, where one of ours ends its place.
  private func placed(_ fault: Fault, by translation: ImportMapping?) -> Fault {
    guard let translation, let place = fault.place, let colon = place.lastIndex(of: ":") else { return fault }
    var placed = fault
    if fault.code == .unknownResponse { placed.hint = "say under 'values' of the mapping what the vendor's word means" }
    placed.place = place[...colon] + translation.ownName(of: String(place[place.index(after: colon)...]))
    return placed
  }
}

extension ImportMapping {
  init(_ mapping: VendorMapping) {
    self.init(
      sources: Dictionary(
        uniqueKeysWithValues: mapping.columns.map { key, column in
          let source = Source(
            column: column.name, dateForm: column.dateFormat.flatMap { DateForm(rawValue: $0) },
            values: mapping.values[key] ?? [:])
          return (key, source)
        }),
      constants: mapping.constants, ignored: Set(mapping.ignore))
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
        let item = ItemCode(answer.column)
        answers[item] = ResponseCode(answer.text)
        answers.setLanguage(row.answerLanguage?.text, of: item)
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
      concerns: concerns, examiner: row.examiner, edition: row.edition, identifier: ChildIdentifier(row.child),
      place: place)
  }
}
