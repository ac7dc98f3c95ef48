// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cohorts
import Handlers
import Storage
import Vocabulary

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
