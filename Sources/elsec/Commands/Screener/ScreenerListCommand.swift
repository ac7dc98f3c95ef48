// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Screening
import Vocabulary

struct ScreenerListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The screeners there are.")

  struct Line: Encodable {
    let id: String
    let version: String
    let status: String
    let title: String
    let hash: String
    let items: Int
  }

  @OptionGroup var content: ContentOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let lines = try self.content.catalogue().definitions.map {
      Line(
        id: $0.id.rawValue, version: "\($0.version)", status: $0.status.rawValue, title: $0.title.text(in: "en"),
        hash: "\($0.hash)", items: $0.sections.reduce(0) { $0 + $1.items.count })
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("screener", .left), ("version", .left), ("status", .left), ("items", .right), ("title", .left),
    ])
    for line in lines { table.add(line.id, line.version, line.status, "\(line.items)", line.title) }
    Output.write(table.text)
  }
}
