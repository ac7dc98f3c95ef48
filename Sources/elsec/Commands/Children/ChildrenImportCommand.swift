// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct ChildrenImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add and update children from a CSV; UPN and NHS number are optional.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let today = Moment.today()
    let rows = try self.importing.rows(ChildRow.self)
    let drafts = rows.map { ImportChildren.Draft($0.row, today: today) }
    try self.importing.refuse(
      rows, at: "child_ref", "a child's reference is a UPN or an NHS number",
      maybe: "give every child a reference of your own, and the identifier in its own column"
    ) { UPN($0.reference) == nil && NHSNumber($0.reference) == nil }
    let report = try await self.importing.options.session(for: "children import") { session in
      let settings = Set(try await ListSettings.run((), in: session.practice, as: session.person).map(\.id))
      try self.importing.refuse(
        rows, at: "setting", "the setting is not in the store", maybe: "import the settings first"
      ) { settings.contains($0.setting.id) }
      return try await ImportChildren.run(
        ImportChildren.Input(children: drafts, apply: self.importing.apply), in: session.practice,
        as: session.person)
    }
    try self.importing.show(report, of: "children")
  }
}
