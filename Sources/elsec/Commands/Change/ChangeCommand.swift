// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Screening
import ScreeningQuality
import Storage
import Vocabulary

struct ChangeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "How far children came between baseline and follow-up, against sessions delivered.",
    discussion: """
      An internal working view: it has not passed disclosure control, and published numbers go through 'elsec cohort \
      summary'. Only pairs of one major version and one edition are compared. Ends with 1 when there is no pair.
      """)

  struct Group: Encodable {
    let pairs: Int
    let better: Int
    let noReliableChange: Int
    let worse: Int
    let betterShare: FigureJSON
    let noReliableChangeShare: FigureJSON
    let worseShare: FigureJSON
    let meanChange: FigureJSON

    init(_ group: ChangeReport.Group) {
      (self.pairs, self.better, self.noReliableChange, self.worse) =
        (group.pairs, group.better, group.unchanged, group.worse)
      self.betterShare = FigureJSON(group.betterShare)
      self.noReliableChangeShare = FigureJSON(group.unchangedShare)
      self.worseShare = FigureJSON(group.worseShare)
      self.meanChange = FigureJSON(group.meanChange)
    }
  }

  struct Report: Encodable {
    let screener: String
    let view: String
    let variant: String
    let criterion: Double
    let reliability: Double
    let pairs: Int
    let withoutFollowUp: Int
    let all: Group
    let byDose: [String: Group]
    let refused: [String: Int]
    let notNormedPairs: Int
    let notNormedRawChange: FigureJSON
    let verdict: String?
  }

  @Option(help: "An id, or id@version.")
  var screener: String
  @Option(help: "One child, by reference.")
  var child: String?
  @Option(help: "Children at one setting, by URN or EY number.")
  var setting: String?
  @Option(help: "The academic year of the follow-up: 2025/26.")
  var year: String?
  @Option(help: "jacobson-truax-1991, chelune-1993, iverson-2001 or edwards-nunnally-speer-1992.")
  var variant: String?
  @Option(help: "The mean gain of children who were only seen twice; takes chelune-1993.")
  var practiceGain: Double?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let method = try self.method()
    let input = ReportChange.Input(
      screener: self.screener, child: self.child.map { ChildID($0) }, setting: self.setting.map { SettingID($0) },
      year: try self.year.map { try AcademicYear(validating: $0) }, method: method, practiceGain: self.practiceGain)
    let output = try await self.options.session(for: "change") { session in
      try await ReportChange.run(input, in: session.practice, as: session.person)
    }
    let report = output.report
    let verdict = self.child == nil ? nil : report.lines.last?.verdict.rawValue
    if self.json {
      return try Output.json(
        Report(
          screener: "\(output.definition.id)@\(output.definition.version)", view: QualityText.internalView,
          variant: method.rawValue, criterion: report.method.criterion, reliability: report.method.reliability,
          pairs: output.pairs, withoutFollowUp: output.withoutFollowUp, all: Group(report.all),
          byDose: Dictionary(uniqueKeysWithValues: report.byDose.map { ($0.key.rawValue, Group($0.value)) }),
          refused: Dictionary(uniqueKeysWithValues: report.refused.map { ($0.key.rawValue, $0.value) }),
          notNormedPairs: report.notNormedPairs, notNormedRawChange: FigureJSON(report.notNormed), verdict: verdict))
    }
    self.show(output, verdict)
  }

  private func method() throws -> ReliableChange.Method {
    guard let variant = self.variant else { return self.practiceGain == nil ? .jacobsonTruax : .practiceCorrected }
    guard let method = ReliableChange.Method(rawValue: variant) else {
      let known = ReliableChange.Method.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no variant '\(variant)'; there are \(known)")
    }
    return method
  }

  private func show(_ output: ReportChange.Output, _ verdict: String?) {
    let (report, variant) = (output.report, output.report.method)
    Output.line("\(output.definition.id) \(output.definition.version): \(QualityText.internalView)")
    Output.line(
      "\(variant.method.rawValue) of \(variant.score), reliability \(variant.reliability), criterion \(variant.criterion)"
    )
    Output.line("\(output.pairs) pairs, \(output.withoutFollowUp) children without a follow-up")
    var table = TextTable([
      ("sessions", .left), ("pairs", .right), ("better", .right), ("none", .right), ("worse", .right),
      ("mean change", .left), ("share better", .left),
    ])
    let groups =
      [("all", report.all)]
      + ChangeReport.Dose.allCases.compactMap { dose in
        report.byDose[dose].map { (dose.rawValue, $0) }
      }
    for (name, group) in groups {
      table.add(
        name, "\(group.pairs)", "\(group.better)", "\(group.unchanged)", "\(group.worse)", group.meanChange.text,
        group.betterShare.text)
    }
    Output.write(table.text)
    Output.line("dose was not randomised: children who were seen more often needed more")
    Output.line("share without reliable change  \(report.all.unchangedShare.text)")
    Output.line("share worse  \(report.all.worseShare.text)")
    for reason in ChangeReport.Refusal.allCases {
      Output.line("not compared, \(reason.rawValue): \(report.refused[reason] ?? 0)")
    }
    Output.line("not normed, counted apart: \(report.notNormedPairs), raw change \(report.notNormed.text)")
    if let verdict, let child = self.child { Output.line("\(child)  \(verdict)") }
  }
}
