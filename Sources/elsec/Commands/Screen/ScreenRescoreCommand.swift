// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct ScreenRescoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescore", abstract: "Score stored answers by another version; the new results supersede the old.",
    discussion: """
      Without --apply it only shows what would change. Confirmed tiers do not carry over: every new proposal is \
      decided on anew.
      """)

  struct Report: Encodable {
    struct Line: Encodable {
      let old: String
      let new: String
    }

    let applied: Bool
    let rescored: [Line]
    let moves: [RescoreScreenings.Move]
    let decisionsEnded: Int
    let optedOut: Int
    let notScreened: Int
  }

  @Argument(help: "One screening's id.")
  var screening: String?
  @Option(help: ArgumentHelp("Every current screening of one version.", valueName: "id@version"))
  var screener: String?
  @Option(help: "The version to score by, such as 1.3.0.")
  var to: String
  @Option(help: "Why it is scored anew.")
  var reason: String
  @Flag(help: "Keep the new results.")
  var apply = false
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (self.screening == nil) != (self.screener == nil) else {
      throw ValidationError("name one screening, or a version with --screener")
    }
  }

  func run() async throws {
    let input = RescoreScreenings.Input(try self.which(), to: self.to, reason: self.reason, apply: self.apply)
    let done = try await self.options.session(for: "screen rescore") {
      try await RescoreScreenings.run(input, in: $0.practice, as: $0.person)
    }
    try ImportOptions.refuse(done.problems)
    if self.json {
      return try Output.json(
        Report(
          applied: done.applied,
          rescored: done.applied
            ? done.rescored.map { Report.Line(old: $0.old.rawValue, new: $0.new.rawValue) } : [],
          moves: done.moves, decisionsEnded: done.decisionsEnded, optedOut: done.optedOut,
          notScreened: done.notScreened))
    }
    var table = TextTable([("tier before", .left), ("tier after", .left), ("children", .right)])
    for move in done.moves {
      table.add(move.from.isEmpty ? "none" : move.from, move.to.isEmpty ? "none" : move.to, "\(move.count)")
    }
    if !table.isEmpty { Output.write(table.text) }
    if done.decisionsEnded > 0 { Output.line("\(done.decisionsEnded) confirmed tiers are to be decided on anew") }
    if done.optedOut > 0 { Output.line("\(done.optedOut) left as they are: the child was opted out") }
    if done.notScreened > 0 { Output.line("\(done.notScreened) left as they are: the child was not screened") }
    Output.line(
      done.applied
        ? "\(done.rescored.count) results superseded"
        : "\(done.rescored.count) results would be superseded; nothing was changed, run again with --apply")
  }

  private func which() throws -> RescoreScreenings.Input.Which {
    if let screening = self.screening { return .one(ScreeningID(screening)) }
    let parts = (self.screener ?? "").split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw Fault(.usage, "--screener takes an id and the old version", maybe: "write elsec.open-demo@1.2.0")
    }
    return .version(screener: parts[0], version: parts[1])
  }
}
