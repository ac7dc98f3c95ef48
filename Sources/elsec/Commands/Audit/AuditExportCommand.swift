// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct AuditExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "The audit as JSON lines, an entry a line; ids only, nothing of a child's record.")

  struct Line: Encodable {
    let sequence: Int
    let at: String
    let actor: String
    let role: String
    let purpose: String
    let action: String
    let kind: String
    let entity: String
    let children: [String]
    let details: String
    let previous: String
    let hash: String

    init(_ entry: AuditEntry) {
      self.sequence = entry.sequence
      self.at = "\(entry.fact.at)"
      self.actor = entry.fact.actor
      self.role = entry.fact.role
      self.purpose = entry.fact.purpose
      self.action = entry.fact.action.rawValue
      self.kind = entry.fact.kind
      self.entity = entry.fact.entity
      self.children = entry.fact.subjects
      self.details = "\(entry.fact.details)"
      self.previous = "\(entry.previous)"
      self.hash = "\(entry.hash)"
    }
  }

  @Option(help: "Entries after this number.")
  var after: Int = 0
  @Option(help: ArgumentHelp("The file to write; standard output when there is none.", valueName: "file"))
  var out = "-"
  @OptionGroup var options: StoreOptions

  func run() async throws {
    try await self.options.session(for: "audit export") { session in
      let sink = try FileSink(self.out)
      do {
        var last = self.after
        while true {
          let page = try await ListAudit.run(
            ListAudit.Input(after: last, limit: 2000), in: session.practice, as: session.person)
          for entry in page { try sink.write(Array((try Output.text(Line(entry)) + "\n").utf8)) }
          guard let end = page.last?.sequence else { break }
          last = end
        }
        try sink.commit()
      } catch {
        sink.discard()
        throw error
      }
    }
  }
}
