// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct AuditListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Entries in the order they happened; ids only, no names of children.")

  struct Line: Encodable {
    let sequence: Int
    let at: String
    let actor: String
    let role: String
    let purpose: String
    let action: String
    let kind: String
    let entity: String
    let children: Int
    let hash: String
  }

  @Option(help: "Only what this person did.")
  var actor: String?
  @Option(help: "Only what is about this child, or shows it.")
  var child: String?
  @Option(help: "Entries after this number.")
  var after: Int = 0
  @Option(help: "How many.")
  var limit: Int = 100
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (1...100_000).contains(self.limit) else { throw ValidationError("--limit takes 1 to 100000") }
  }

  func run() async throws {
    let input = ListAudit.Input(
      after: self.after, limit: self.limit, actor: self.actor, child: self.child.map { ChildID($0) })
    let entries = try await self.options.session(for: "audit list") {
      try await ListAudit.run(input, in: $0.practice, as: $0.person)
    }
    let lines = entries.map { entry in
      Line(
        sequence: entry.sequence, at: "\(entry.fact.at)", actor: entry.fact.actor, role: entry.fact.role,
        purpose: entry.fact.purpose, action: entry.fact.action.rawValue, kind: entry.fact.kind,
        entity: entry.fact.entity, children: entry.fact.subjects.count, hash: "\(entry.hash)")
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("", .right), ("when", .left), ("who", .left), ("role", .left), ("for", .left), ("did", .left),
      ("what", .left), ("children", .right),
    ])
    for line in lines {
      table.add(
        "\(line.sequence)", line.at, line.actor, line.role, line.purpose, line.action,
        "\(line.kind) \(line.entity)", "\(line.children)")
    }
    Output.write(table.text)
  }
}
