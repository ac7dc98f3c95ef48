// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Screening
import Vocabulary

struct ScreenerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screener", abstract: "Instruments as data: list, show, check.",
    subcommands: [ScreenerListCommand.self, ScreenerShowCommand.self, ScreenerCheckCommand.self])
}

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

struct ScreenerCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong with definitions, each with file, line and remedy.",
    discussion: "Exit status 1 when anything is found.")

  struct Report: Encodable {
    struct Finding: Encodable {
      let rule: String
      let place: String?
      let message: String
      let remedy: String?
    }

    let path: String
    let screener: String?
    let findings: [Finding]
  }

  @Argument(help: "Definition files or their folders; every shipped screener unless told.")
  var paths: [String] = []
  @OptionGroup var content: ContentOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let readings =
      self.paths.isEmpty
      ? try self.content.catalogue().readings : self.paths.map { ScreenerReading(at: $0) }
    if self.json { try Output.json(readings.map(Report.init)) }
    var found = 0
    for reading in readings {
      found += reading.findings.count
      guard !self.json else { continue }
      for finding in reading.findings { Output.line("\(finding.inspected)") }
      if let definition = reading.definition {
        Output.line("\(definition.id) \(definition.version): in order")
      }
    }
    guard found == 0 else {
      if !self.json { Output.line("\(found) found") }
      throw ExitCode(Fault.Kind.notSo.rawValue)
    }
  }
}

extension ScreenerCheckCommand.Report {
  init(_ reading: ScreenerReading) {
    self.init(
      path: reading.path, screener: reading.definition.map { "\($0.id)@\($0.version)" },
      findings: reading.findings.map {
        ScreenerCheckCommand.Report.Finding(
          rule: $0.code.name, place: $0.place, message: $0.message, remedy: $0.hint)
      })
  }
}

extension Fault {
  /// Place first, as compilers print it.
  var inspected: String {
    let head = "\(self.place ?? "?"): \(self.message) [\(self.code.name)]"
    return self.hint.map { "\(head)\n  maybe: \($0)" } ?? head
  }
}
