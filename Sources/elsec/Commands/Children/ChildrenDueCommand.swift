// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Retention
import Storage
import Vocabulary

struct ChildrenDueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Children whose records have been kept as long as the area's policy says.")

  struct Report: Encodable {
    struct Child: Encodable {
      let id: String
      let dueOn: String
      let isHeld: Bool
    }

    let policy: String
    let children: [Child]
  }

  @Option(help: "Due on this day, or before.")
  var on: CivilDate?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let day = self.on ?? Moment.today()
    let due = try await self.options.session(for: "children due") {
      try await ListDue.run(day, in: $0.practice, as: $0.person)
    }
    let report = Report(
      policy: due.policy.id,
      children: due.children.map { Report.Child(id: $0.id.rawValue, dueOn: "\($0.dueOn)", isHeld: $0.isHeld) })
    if self.json { return try Output.json(report) }
    var table = TextTable([("child", .left), ("due", .left), ("", .left)])
    for child in report.children { table.add(child.id, child.dueOn, child.isHeld ? "under a legal hold" : "") }
    if !table.isEmpty { Output.write(table.text) }
    Output.line("\(counted(report.children.count, "child", "children")) due by \(day), by \(due.policy.title)")
  }
}
