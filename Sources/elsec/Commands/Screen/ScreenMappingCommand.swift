// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Screening
import Vocabulary

struct ScreenMappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping", abstract: "Propose how a vendor's file is to be read by 'screen import --mapping'.",
    discussion: """
      Compares the file's first row with the screener's columns and writes a mapping to look over: what could not \
      be mapped is marked in it. No store is used and no row is kept.
      """)

  @Argument(help: "The vendor's CSV; - is standard input.")
  var file: String
  @Option(help: "An id, or id@version.")
  var screener: String
  @Option(help: ArgumentHelp("Where the mapping goes; standard output unless told.", valueName: "mapping.yaml"))
  var out = "-"
  @Option(help: "How the file is written: utf8, or cp1252 as older Windows programs do.")
  var encoding: ImportOptions.Encoding = .utf8
  @OptionGroup var content: ContentOptions

  /// Rows that the form of dates and the words for responses are read from.
  private static let sample = 200

  func run() throws {
    let definition = try self.content.catalogue().find(named: self.screener)
    var rows: [[String]] = []
    try CSVReader.read(
      try Disk.read(self.file), file: self.file, encoding: self.encoding == .utf8 ? .utf8 : .windows1252,
      ragged: .pass
    ) { row in
      if rows.count <= Self.sample { rows.append(row.cells) }
    }
    guard let headers = rows.first else {
      throw Fault(.csvHeader, "the file is empty", at: self.file, maybe: "its first row has to name the columns")
    }
    let proposal = MappingProposal(headers: headers, rows: Array(rows.dropFirst()), for: definition)
    try Disk.write(proposal.text, to: self.out)
    Output.complain(
      "\(proposal.mapped.count) columns mapped, \(proposal.unmapped.count) not, \(proposal.missing.count) of ours "
        + "without one; look it over before you use it\n")
  }
}
