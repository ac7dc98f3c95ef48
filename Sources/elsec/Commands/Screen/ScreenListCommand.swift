// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Screening
import Storage
import Vocabulary

struct ScreenListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Current screenings and what was decided on each.",
    discussion: """
      --decisions FILE writes the undecided ones as a CSV with an empty column 'tier': a therapist fills it in, \
      child by child, and gives it to 'elsec screen confirm --in'.
      """)

  struct Line: Encodable {
    let screening: String
    let child: String
    let setting: String?
    let testDate: String
    let phase: String
    let band: String?
    let proposedTier: String?
    let confirmedTier: String?
    let confirmedBy: String?
    let notScreened: String?
    let flags: [String]
  }

  @Option(help: "Only one setting, by URN or EY number.")
  var setting: String?
  @Option(help: "Only baseline, or only followup.")
  var phase: Storage.ScreeningPhase?
  @Option(help: "Only screenings from this day on.")
  var since: CivilDate?
  @Flag(help: "Only those with a proposal that nobody has decided on.")
  var unconfirmed = false
  @Option(help: ArgumentHelp("Write the undecided ones for deciding.", valueName: "file"))
  var decisions: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let input = ListScreenings.Input(
      setting: self.setting.map { SettingID($0) }, phase: self.phase, since: self.since,
      onlyUnconfirmed: self.unconfirmed || self.decisions != nil)
    let found = try await self.options.session(for: "screen list") {
      try await ListScreenings.run(input, in: $0.practice, as: $0.person)
    }
    if let path = self.decisions { return try self.write(found, to: path) }
    let lines = found.map {
      Line(
        screening: $0.screening.id.rawValue, child: $0.screening.child.rawValue, setting: $0.setting?.rawValue,
        testDate: "\($0.screening.testDate)", phase: $0.screening.phase.rawValue, band: $0.screening.band,
        proposedTier: $0.screening.proposedTier, confirmedTier: $0.confirmed?.tier, confirmedBy: $0.confirmed?.by,
        notScreened: $0.screening.notScreenedReason?.rawValue, flags: $0.screening.flags)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("screening", .left), ("child", .left), ("setting", .left), ("date", .left), ("band", .left),
      ("proposed", .left), ("confirmed", .left), ("flags", .left),
    ])
    for line in lines {
      table.add(
        line.screening, line.child, line.setting ?? "", line.testDate, line.band ?? line.notScreened ?? "",
        line.proposedTier ?? "", line.confirmedTier ?? "", line.flags.joined(separator: " "))
    }
    Output.write(table.text)
    if !lines.isEmpty { Output.line(Self.counts(of: lines)) }
  }

  /// Who the norms do not cover stands apart from who has a band and who has no result.
  private static func counts(of lines: [Line]) -> String {
    let notNormed = lines.count { $0.band == BandID.notNormed.rawValue }
    let notScreened = lines.count { $0.notScreened != nil }
    let unscored = lines.count { $0.band == nil && $0.notScreened == nil }
    let banded = lines.count - notNormed - notScreened - unscored
    return "\(lines.count) screenings: \(banded) with a band, \(notNormed) not normed, \(unscored) without a band, "
      + "\(notScreened) not screened"
  }

  private func write(_ lines: [ListScreenings.Line], to path: String) throws {
    var writer = CSVWriter(for: .people)
    writer.row([
      "screening", "child_ref", "setting", "test_date", "band", "flags", "proposed_tier", "tier", "reason",
    ])
    for line in lines {
      writer.row([
        line.screening.id.rawValue, line.screening.child.rawValue, line.setting?.rawValue ?? "",
        "\(line.screening.testDate)", line.screening.band ?? "", line.screening.flags.joined(separator: " "),
        line.screening.proposedTier ?? "", "", "",
      ])
    }
    try Disk.write(writer.text, to: path)
    Output.line("wrote \(lines.count) proposals to \(path); fill in 'tier' (and 'reason' where it differs)")
  }
}
