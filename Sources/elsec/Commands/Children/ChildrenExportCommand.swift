// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct ChildrenExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Everything kept about one child, and who looked: for a family that asks.",
    discussion: """
      Writes record.md, to read, and record.json, the same for programs. Names of staff stand in it, and free text may \
      name others: read it before you hand it over. The export stands in the audit.
      """)

  @Argument(help: "The child's id.")
  var child: String
  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var out: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let pack = try await self.options.session(for: "children export") { session in
      let found = try await ExportChild.run(ChildID(self.child), in: session.practice, as: session.person)
      return SubjectAccessPack(found, area: session.person.area)
    }
    try Disk.makeFolder(self.out, privately: true)
    try Disk.write(pack.markdown, to: "\(self.out)/record.md")
    try Disk.write(try Output.text(pack) + "\n", to: "\(self.out)/record.json")
    let rows = pack.records.reduce(0) { $0 + $1.rows.count }
    Output.line("\(self.out)/record.md and record.json: \(counted(rows, "row")), \(counted(pack.looks.count, "look"))")
  }
}

extension SubjectAccessPack {
  init(_ found: ExportChild.Output, area: AreaID) {
    self.init(
      area: area.rawValue, child: found.child.id.rawValue,
      name: "\(found.child.givenName) \(found.child.familyName)", madeAt: "\(found.at)",
      records: found.kept.map { Records(kind: $0.table, fields: $0.columns, rows: $0.rows) },
      looks: found.audit.map {
        Look(
          at: "\($0.fact.at)", by: $0.fact.actor, role: $0.fact.role, purpose: $0.fact.purpose,
          did: $0.fact.action.rawValue, what: $0.fact.kind)
      })
  }
}
