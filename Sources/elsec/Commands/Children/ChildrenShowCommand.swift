// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

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
