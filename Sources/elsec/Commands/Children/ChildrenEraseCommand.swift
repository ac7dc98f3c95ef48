// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct ChildrenEraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase everything about a child for good; two people have to say so.",
    discussion: """
      Left are the id, the reason, both names, and audit entries with ids only. Refused under a legal hold, and before \
      the day of the area's policy unless --not-due says why. A backup still holds the child: keep the ledger \
      (--ledger-out) elsewhere, and after a restore run --reapply with it.
      """)

  @Argument(help: "The child's id.")
  var child: String?
  @Option(help: "Why.")
  var reason: String?
  @Option(help: ArgumentHelp("Who approves it: a manager or administrator, not the one who asks.", valueName: "name"))
  var approvedBy: String?
  @Option(help: ArgumentHelp("Why before it is due.", valueName: "reason"))
  var notDue: String?
  @Option(help: ArgumentHelp("Write the ledger of all erasures to a file.", valueName: "file"))
  var ledgerOut: String?
  @Option(help: ArgumentHelp("Do the erasures of a ledger again, on a restored store.", valueName: "file"))
  var reapply: String?
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard self.child != nil || self.ledgerOut != nil || self.reapply != nil else {
      throw ValidationError("name a child, or give --ledger-out or --reapply")
    }
    guard self.child == nil || self.reapply == nil else {
      throw ValidationError("--reapply takes its children from the ledger")
    }
    guard self.child == nil || (self.reason != nil && self.approvedBy != nil) else {
      throw ValidationError("an erasure needs --reason and --approved-by")
    }
  }

  func run() async throws {
    let lines = try self.reapply.map { try ErasureLine.read($0) }
    try await self.options.session(for: "children erase") { session in
      if let lines { try await self.reapply(lines, in: session) }
      if let child = self.child { try await self.erase(ChildID(child), in: session) }
      if let out = self.ledgerOut {
        let erasures = try await ListErasures.run((), in: session.practice, as: session.person)
        let text = try erasures.map { try Output.text(ErasureLine($0, area: session.person.area)) + "\n" }.joined()
        try Disk.write(text, to: out)
        Output.line("\(out): \(counted(erasures.count, "erasure"))")
      }
    }
  }

  private func erase(_ child: ChildID, in session: StoreOptions.Session) async throws {
    let input = EraseChild.Input(
      child: child, reason: self.reason ?? "", approvedBy: self.approvedBy ?? "", earlyReason: self.notDue,
      today: Moment.today())
    let done = try await EraseChild.run(input, in: session.practice, as: session.person)
    Output.line("\(child) is erased: \(counted(done.outcome.rows, "row")) gone")
    self.remind(of: done.outcome.sharedNotes)
  }

  private func reapply(_ lines: [ErasureLine], in session: StoreOptions.Session) async throws {
    guard lines.allSatisfy({ $0.area == session.person.area.rawValue }) else {
      throw Fault(
        .erasureMalformedLedger, "the ledger is of another area", at: self.reapply, maybe: "name its area with --area")
    }
    let done = try await ReapplyErasures.run(lines.map(\.record), in: session.practice, as: session.person)
    Output.line("\(counted(done.erased.count, "child", "children")) erased again, \(done.known) on record already")
    self.remind(of: done.sharedNotes)
  }

  private func remind(of notes: Int) {
    guard notes > 0 else { return }
    Output.line("\(counted(notes, "note")) on visits of several children stay: read them")
  }
}
