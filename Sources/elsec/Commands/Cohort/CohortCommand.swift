// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cohorts
import Handlers
import Storage
import Vocabulary

struct CohortCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort", abstract: "Summaries over many screenings that can't expose a child.",
    subcommands: [CohortSummaryCommand.self, CohortReleasesCommand.self])
}

/// What is summarised, for `cohort summary` and `plan pull`.
struct SummaryOptions: ParsableArguments {
  @Option(help: "An id, or id@version; not needed where only one was used in the year.")
  var screener: String?
  @Option(help: "The academic year, such as 2026/27; the latest with a screening unless told.")
  var year: String?
  @Option(help: "At most two of sex,eal,fsm,sen,imd,setting,year-group,key-stage; phase and band are always there.")
  var by: String = ""
  @Option(help: "Only these settings; repeat for more.")
  var setting: [String] = []
  @Option(name: .customLong("year-group"), help: "Only these year groups, such as N2 or R; repeat for more.")
  var yearGroups: [String] = []
  @Option(help: "Only this term: autumn, spring or summer; repeat for more.")
  var term: [String] = []
  @Option(help: "The disclosure policy.")
  var policy: String = "round"
  @Option(help: "Who the table is for; stands in the release ledger.")
  var audience: String = "local authority"

  func input() throws -> SummariseCohort.Input {
    let dimensions = try self.by.split(separator: ",").map { name in
      guard let dimension = Dimension(rawValue: String(name)) else {
        let all = Dimension.allCases.map(\.rawValue).joined(separator: ", ")
        throw Fault(.usage, "there is no characteristic '\(name)'", at: "--by", maybe: "use one or two of: \(all)")
      }
      return dimension
    }
    guard self.policy == "round" else {
      throw Fault(.usage, "there is no policy '\(self.policy)'", at: "--policy", maybe: "use round")
    }
    return SummariseCohort.Input(
      screener: self.screener, year: try self.year.map { try AcademicYear(validating: $0) }, dimensions: dimensions,
      filter: RowFilter(
        settings: self.setting.map { SettingID($0) }, yearGroups: self.yearGroups, terms: self.term),
      today: Moment.today(), audience: self.audience)
  }
}

struct CohortSummaryCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, ees
  }

  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Children by band, before and after, through disclosure control.",
    discussion: "Refused with exit status 1 when no safe form is found.")

  @OptionGroup var summary: SummaryOptions
  @Option(help: "table, json, csv or ees (Explore Education Statistics: data, and metadata with --out).")
  var format: Format = .table
  @Option(help: "A file instead of standard output; with ees also a .meta.csv beside it.")
  var out: String = "-"
  @OptionGroup var options: StoreOptions
  @Flag(help: "The same as --format json.")
  var json = false

  func run() async throws {
    let input = try self.summary.input()
    let table = try await self.options.session(for: "cohort summary") {
      try await SummariseCohort.run(input, in: $0.practice, as: $0.person)
    }
    switch self.json ? .json : self.format {
    case .table: try self.write(table.plainText)
    case .csv: try self.write(table.csv)
    case .json:
      if self.out == "-" { return try Output.json(SummaryReport(table)) }
      throw Fault(.usage, "JSON goes to standard output", maybe: "leave --out away")
    case .ees:
      try self.write(table.eesData)
      if self.out != "-" {
        let stem = self.out.hasSuffix(".csv") ? String(self.out.dropLast(4)) : self.out
        try Disk.write(table.eesMeta, to: "\(stem).meta.csv")
      }
    }
  }

  private func write(_ text: String) throws {
    if self.out == "-" { return Output.write(text) }
    try Disk.write(text, to: self.out)
    Output.line("wrote \(self.out)")
  }
}

struct CohortReleasesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "releases", abstract: "What has left so far: which table, for whom, by whom, when.")

  struct Line: Encodable {
    let id: String
    let at: String
    let by: String
    let audience: String
    let policy: String
    let specification: String
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let releases = try await self.options.session(for: "cohort releases") {
      try await ListReleases.run((), in: $0.practice, as: $0.person)
    }
    let lines = releases.map {
      Line(
        id: $0.id.rawValue, at: "\($0.at)", by: $0.by, audience: $0.audience, policy: $0.policy,
        specification: $0.specification)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("when", .left), ("by", .left), ("for", .left), ("policy", .left), ("what", .left),
    ])
    for line in lines { table.add(line.at, line.by, line.audience, line.policy, line.specification) }
    Output.write(table.text)
  }
}
