// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import ScreeningQuality
import Storage
import Vocabulary

struct ScreenerQualityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "What the team's own screenings say about a screener: reliability, item bias, raters, accuracy.",
    discussion: """
      An internal working view: it has not passed disclosure control, and published numbers go through 'elsec cohort \
      summary'. Every figure has its n and 95 % interval, or says why it cannot be told. Only the supervision list \
      names children, by reference. Season of birth compares summer (April to August) with autumn (September to \
      December). Ends with 1 when no screening is found.
      """)

  @Argument(help: "An id, or id@version.")
  var screener: String
  @Option(help: "The first test date.")
  var since: CivilDate?
  @Option(help: "The last test date.")
  var until: CivilDate?
  @Option(help: "Children at one setting, by URN or EY number.")
  var setting: String?
  @Option(help: ArgumentHelp("Later outcomes: child_ref,outcome_date,outcome (yes or no).", valueName: "file"))
  var followup: String?
  @Option(help: ArgumentHelp("Bands that count as positive; all but the best unless told.", valueName: "bands"))
  var positive: String?
  @Option(help: "Two raters' scores that differ by more than this are listed for supervision.")
  var scoreLimit = 5.0
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let input = ReportQuality.Input(
      screener: self.screener, since: self.since, until: self.until, setting: self.setting.map { SettingID($0) },
      outcomes: try self.followup.map(Self.outcomes),
      positive: self.positive?.split(separator: ",").map(String.init), scoreLimit: self.scoreLimit)
    let output = try await self.options.session(for: "screener quality") { session in
      try await ReportQuality.run(input, in: session.practice, as: session.person)
    }
    if self.json { return try Output.json(QualityJSON(output)) }
    Output.write(QualityText.page(output))
  }

  private static func outcomes(in file: String) throws -> [AccuracyReport.Outcome] {
    let read = Import<OutcomeRow>(try Disk.read(file), file: file)
    for note in read.notes { Output.complain("note: \(note)\n") }
    try ImportOptions.refuse(read.problems.map(\.fault))
    return read.rows.map {
      AccuracyReport.Outcome(child: $0.row.child, date: $0.row.date, isAffected: $0.row.isAffected)
    }
  }
}
