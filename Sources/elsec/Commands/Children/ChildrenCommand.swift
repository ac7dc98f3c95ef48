// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct ChildrenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "children", abstract: "The children on the settings' rolls.",
    subcommands: [ChildrenImportCommand.self, ChildrenListCommand.self, ChildrenShowCommand.self])
}

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

struct ChildrenListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Children by id; everyone shown stands in the audit.")

  struct Line: Encodable {
    let id: String
    let setting: String?
    let givenName: String
    let familyName: String
    let birthDate: String
    let optedOut: String?
  }

  @Option(help: "Only one setting, by URN or EY number.")
  var setting: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let setting = self.setting.map { SettingID($0) }
    let children = try await self.options.session(for: "children list") {
      try await ListChildren.run(ListChildren.Input(setting: setting), in: $0.practice, as: $0.person)
    }
    let lines = children.map {
      Line(
        id: $0.id.rawValue, setting: $0.setting?.rawValue, givenName: $0.givenName, familyName: $0.familyName,
        birthDate: "\($0.birthDate)", optedOut: $0.optedOut?.description)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("child", .left), ("given name", .left), ("family name", .left), ("born", .left), ("setting", .left),
      ("", .left),
    ])
    for line in lines {
      table.add(
        line.id, line.givenName, line.familyName, line.birthDate, line.setting ?? "",
        line.optedOut == nil ? "" : "opted out")
    }
    Output.write(table.text)
  }
}

struct ChildrenShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One child with every screening and decision.")

  struct Report: Encodable {
    struct Line: Encodable {
      let id: String
      let testDate: String
      let screener: String
      let phase: String
      let band: String?
      let proposedTier: String?
      let confirmedTier: String?
      let confirmedBy: String?
      let notScreened: String?
      let supersedes: String?
    }

    let id: String
    let givenName: String
    let familyName: String
    let birthDate: String
    let setting: String?
    let identifiers: [String: String]
    let screenings: [Line]
  }

  @Argument(help: "The child's id.")
  var child: String
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let shown = try await self.options.session(for: "children show") {
      try await ShowChild.run(ShowChild.Input(child: ChildID(self.child)), in: $0.practice, as: $0.person)
    }
    let report = Report(
      id: shown.child.id.rawValue, givenName: shown.child.givenName, familyName: shown.child.familyName,
      birthDate: "\(shown.child.birthDate)", setting: shown.child.setting?.rawValue,
      identifiers: Dictionary(
        uniqueKeysWithValues: shown.identifiers.map { ($0.scheme.rawValue, $0.value) }),
      screenings: shown.screenings.map { line in
        Report.Line(
          id: line.screening.id.rawValue, testDate: "\(line.screening.testDate)",
          screener: "\(line.screening.screener)@\(line.screening.version)",
          phase: line.screening.phase.rawValue, band: line.screening.band,
          proposedTier: line.screening.proposedTier, confirmedTier: line.confirmation?.tier,
          confirmedBy: line.confirmation?.by, notScreened: line.screening.notScreenedReason?.rawValue,
          supersedes: line.screening.supersedes?.rawValue)
      })
    if self.json { return try Output.json(report) }
    Output.line("\(report.givenName) \(report.familyName), born \(report.birthDate), \(report.setting ?? "no setting")")
    for (scheme, value) in report.identifiers.sorted(by: { $0.key < $1.key }) { Output.line("\(scheme) \(value)") }
    var table = TextTable([
      ("screening", .left), ("date", .left), ("phase", .left), ("band", .left), ("proposed", .left),
      ("confirmed", .left), ("by", .left),
    ])
    for line in report.screenings {
      table.add(
        line.id, line.testDate, line.phase, line.band ?? line.notScreened ?? "", line.proposedTier ?? "",
        line.confirmedTier ?? "", line.confirmedBy ?? "")
    }
    Output.write(table.text)
  }
}
