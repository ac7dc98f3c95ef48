// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Screening
import Vocabulary

struct ScreenerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One screener: its items, scores, bands and tiers.")

  struct Report: Encodable {
    struct Item: Encodable {
      let section: String
      let code: String
      let text: String
      let responses: [String]
    }

    let id: String
    let version: String
    let status: String
    let title: String
    let hash: String
    let licence: String
    let holder: String
    let ageMonths: [Int]
    let ageRule: String
    let items: [Item]
    let scores: [String]
    let bands: [String]
    let tiers: [String]
  }

  @Argument(help: "An id, or id@version.")
  var screener: String
  @OptionGroup var content: ContentOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let definition = try self.content.catalogue().find(named: self.screener)
    if self.json { return try Output.json(Report(definition)) }
    Output.line("\(definition.title.text(in: "en"))")
    Output.line(
      "\(definition.id) \(definition.version), \(definition.status.rawValue), ages "
        + "\(definition.age.range.lowest) to \(definition.age.range.highest) months by the \(definition.age.rule.rawValue) rule"
    )
    Output.line("licence \(definition.licence.spdx), held by \(definition.licence.holder)")
    Output.line("definition \(definition.hash)")
    for section in definition.sections {
      Output.line("\n\(section.title.text(in: "en"))")
      var table = TextTable([("item", .left), ("text", .left)])
      for item in section.items { table.add(item.code.rawValue, item.text.text(in: "en")) }
      Output.write(table.text)
    }
    Output.line("\nscores  " + definition.scores.map(\.name.rawValue).joined(separator: ", "))
    for band in definition.bands { Output.line("band    \(band)") }
    for tier in definition.tiers { Output.line("tier    \(tier.tier) if \(tier.condition)") }
  }
}

extension ScreenerShowCommand.Report {
  init(_ definition: ScreenerDefinition) {
    let responses = Dictionary(
      definition.responses.map { ($0.id, $0.options.map(\.code.rawValue)) }, uniquingKeysWith: { first, _ in first })
    self.init(
      id: definition.id.rawValue, version: "\(definition.version)", status: definition.status.rawValue,
      title: definition.title.text(in: "en"), hash: "\(definition.hash)", licence: definition.licence.spdx,
      holder: definition.licence.holder,
      ageMonths: [definition.age.range.lowest, definition.age.range.highest],
      ageRule: definition.age.rule.rawValue,
      items: definition.sections.flatMap { section in
        section.items.map {
          ScreenerShowCommand.Report.Item(
            section: section.id.rawValue, code: $0.code.rawValue, text: $0.text.text(in: "en"),
            responses: responses[section.use] ?? [])
        }
      },
      scores: definition.scores.map(\.name.rawValue), bands: definition.bands.map(\.id.rawValue),
      tiers: definition.tiers.map(\.tier.rawValue))
  }
}
