// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Screening
import Storage
import Vocabulary

struct ScreenShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One screening; --explain shows every step from answers to tier.")

  struct Report: Encodable {
    let screening: String
    let child: String
    let screener: String
    let definitionHash: String
    let testDate: String
    let by: String
    let answers: [String: String]
    let scores: [String: String]
    let band: String?
    let proposedTier: String?
    let confirmedTier: String?
    let confirmedBy: String?
    let flags: [String]
    let supersedes: String?
    let supersededBy: String?
    let isReproduced: Bool?
    /// How what is worked out again differs from what is stored.
    let differences: [Replay.Difference]
    let edition: String?
    /// By item, where an answer was not given in the usual language.
    let answerLanguages: [String: String]
    let secondRaters: [String]
    let notNormed: NotNormedReport?
    let steps: [ScoringStep]?
  }

  @Argument(help: "The screening's id.")
  var screening: String
  @Flag(help: "Show every step.")
  var explain = false
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let shown = try await self.options.session(for: "screen show") {
      try await ShowScreening.run(
        ShowScreening.Input(screening: ScreeningID(self.screening)), in: $0.practice, as: $0.person)
    }
    let record = shown.screening
    let answers = ScreeningText.answers(in: record.answers)
    let report = Report(
      screening: record.id.rawValue, child: record.child.rawValue,
      screener: "\(record.screener)@\(record.version)", definitionHash: "\(record.definitionHash)",
      testDate: "\(record.testDate)", by: record.by,
      answers: Dictionary(
        uniqueKeysWithValues: answers.items.map { ($0.rawValue, answers[$0]?.rawValue ?? "") }),
      scores: Dictionary(
        (shown.result?.scores ?? []).map { ($0.name.rawValue, $0.text) }, uniquingKeysWith: { first, _ in first }),
      band: record.band, proposedTier: record.proposedTier, confirmedTier: shown.confirmations.first?.tier,
      confirmedBy: shown.confirmations.first?.by, flags: record.flags,
      supersedes: record.supersedes?.rawValue, supersededBy: shown.supersededBy?.rawValue,
      isReproduced: shown.isReproduced, differences: shown.replay.differences, edition: record.edition,
      answerLanguages: Dictionary(
        uniqueKeysWithValues: answers.languages.map { ($0.key.rawValue, $0.value) }),
      secondRaters: shown.secondRaters, notNormed: shown.notNormed.map { NotNormedReport($0, shown.result) },
      steps: self.explain ? shown.result?.steps : nil)
    if self.json { return try Output.json(report) }
    self.print(report, shown)
  }

  private func print(_ report: Report, _ shown: ShowScreening.Output) {
    Output.line("screening \(report.screening) of child \(report.child) on \(report.testDate), entered by \(report.by)")
    let edition = report.edition.map { ", edition \($0)" } ?? ""
    Output.line("\(report.screener), definition \(report.definitionHash)\(edition)")
    if let reason = shown.screening.notScreenedReason { Output.line("not screened: \(reason.rawValue)") }
    Output.line(
      "answers  " + report.answers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    for score in shown.result?.scores ?? [] where score.value != .absent {
      Output.line("\(score.name)  \(score.text)")
    }
    Output.line("band \(report.band ?? "none"), proposed tier \(report.proposedTier ?? "none")")
    for flag in report.flags { Output.line("flag \(flag)") }
    for line in report.notNormed?.lines ?? [] { Output.line(line) }
    if !report.secondRaters.isEmpty {
      Output.line("rated a second time by \(report.secondRaters.joined(separator: ", "))")
    }
    for decision in shown.confirmations {
      let reason = decision.reason.map { ": \($0)" } ?? ""
      Output.line(
        "\(decision.tier) \(decision.isOverride ? "decided against the proposal" : "confirmed") by "
          + "\(decision.by) (\(decision.role.rawValue)) on \(LondonTime(decision.at))\(reason)")
    }
    if let earlier = report.supersedes {
      Output.line("supersedes \(earlier): \(shown.screening.amendmentReason ?? "")")
    }
    if let later = report.supersededBy { Output.line("superseded by \(later)") }
    switch report.isReproduced {
    case true?: Output.line("worked out again from the stored answers: the same scores")
    case false?:
      Output.line("WORKED OUT AGAIN, THE SCORES DIFFER from those stored")
      for difference in report.differences {
        Output.line("  \(difference.what): stored '\(difference.stored)', now '\(difference.again)'")
      }
    case nil:
      if case .impossible(let fault) = shown.replay.outcome {
        Output.line("it can't be worked out again: \(fault.message)")
      }
    }
    for step in report.steps ?? [] { Output.line("  \(step.what): \(step.detail) → \(step.value)") }
  }
}
