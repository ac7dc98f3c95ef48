// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

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
