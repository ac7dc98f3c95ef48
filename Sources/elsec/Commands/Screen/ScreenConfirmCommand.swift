// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct ScreenConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Decide on proposed tiers, by name.",
    discussion: """
      One screening with --tier, or a file of decisions with --in (see 'screen list --decisions'); rows without \
      a tier stay undecided. A tier other than the proposed one needs a reason.
      """)

  @Argument(help: "The screening's id.")
  var screening: String?
  @Option(help: "The tier decided on.")
  var tier: String?
  @Option(help: "Why it differs from the proposal.")
  var reason: String?
  @Option(name: .customLong("in"), help: ArgumentHelp("A file of decisions: screening,tier,reason.", valueName: "file"))
  var input: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (self.screening == nil) == (self.input != nil) else {
      throw ValidationError("name one screening, or a file of decisions with --in")
    }
    if self.screening != nil, self.tier == nil { throw ValidationError("say which tier with --tier") }
  }

  func run() async throws {
    let decisions: [ConfirmTiers.Decision]
    if let path = self.input {
      let read = Import<DecisionRow>(try Disk.read(path), file: path)
      try ImportOptions.refuse(read.problems.map(\.fault))
      decisions = read.rows.compactMap(\.row.decision)
    } else {
      decisions = [
        ConfirmTiers.Decision(
          screening: ScreeningID(self.screening ?? ""), tier: self.tier ?? "", reason: self.reason)
      ]
    }
    let done = try await self.options.session(for: "screen confirm") { session in
      let done = try await ConfirmTiers.run(
        ConfirmTiers.Input(decisions: decisions), in: session.practice, as: session.person)
      return (done, session.person)
    }
    if self.json { return try Output.json(done.0) }
    Output.line(
      "\(done.0.confirmed) confirmed by \(done.1.name), \(done.0.overridden) of them against the proposal; "
        + "\(done.0.unchanged) were decided the same way before")
  }
}

/// One decision of a file; a row without a tier is none.
struct DecisionRow: ImportedRow {
  let screening: String
  let decision: ConfirmTiers.Decision?

  var identity: String? { self.screening }
  static let identityColumn = "screening"
  static let layout = ImportLayout(
    "decisions", [.required("screening"), .required("tier"), .init("reason")], isPersonal: true,
    takesOtherColumns: true)

  init?(_ cells: inout ImportCells) {
    guard let screening = cells.required("screening") else { return nil }
    self.screening = screening
    let reason = cells.text("reason")
    self.decision = cells.text("tier").map {
      ConfirmTiers.Decision(screening: ScreeningID(screening), tier: $0, reason: reason)
    }
  }
}
