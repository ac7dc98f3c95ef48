// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct ScreenReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Work stored results out again from their answers: equal or not, score by score.",
    discussion: """
      Each is scored by the very definition that scored it, from the content folder or else from what is kept with \
      the records, in the circumstances that were kept with it. Ends with 1 when any differs or can't be worked out.
      """)

  struct Line: Encodable {
    let screening: String
    let child: String
    let screener: String
    let definitionHash: String
    /// equal, differs, impossible, not-screened.
    let outcome: String
    let definitionFrom: String?
    let usedKeptContext: Bool
    let differences: [Replay.Difference]
    let why: String?
  }

  struct Report: Encodable {
    let screenings: Int
    let equal: Int
    let different: Int
    let impossible: Int
    let notScreened: Int
    /// Those that are not equal; every line when screenings were named.
    let lines: [Line]
  }

  @Argument(help: ArgumentHelp("Ids of screenings.", valueName: "screening"))
  var screenings: [String] = []
  @Flag(help: "Every screening of the store, superseded ones too.")
  var all = false
  @Option(help: "Every screening of the children at one setting, by URN or EY number.")
  var setting: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    let isWhole = self.all || self.setting != nil
    guard isWhole != !self.screenings.isEmpty else {
      throw ValidationError("name screenings, or take --all or --setting")
    }
  }

  func run() async throws {
    let which: ReplayScreenings.Input.Which =
      self.screenings.isEmpty
      ? .all(at: self.setting.map { SettingID($0) }) : .these(self.screenings.map { ScreeningID($0) })
    let report = try await self.options.session(for: "screen replay") { session in
      var (counts, lines): ([String: Int], [Line]) = ([:], [])
      var after: ScreeningID?
      repeat {
        let page = try await ReplayScreenings.run(
          ReplayScreenings.Input(which, after: after), in: session.practice, as: session.person)
        for line in page.lines.map(Line.init) {
          counts[line.outcome, default: 0] += 1
          let isOff = line.outcome == "differs" || line.outcome == "impossible"
          if !self.json, isOff || !self.screenings.isEmpty { Self.print(line) }
          if isOff || !self.screenings.isEmpty { lines.append(line) }
        }
        after = page.next
      } while after != nil
      return Report(
        screenings: counts.values.reduce(0, +), equal: counts["equal"] ?? 0, different: counts["differs"] ?? 0,
        impossible: counts["impossible"] ?? 0, notScreened: counts["not-screened"] ?? 0, lines: lines)
    }
    if self.json {
      try Output.json(report)
    } else {
      Output.line(
        "\(report.screenings) results: \(report.equal) equal, \(report.different) different, \(report.impossible) "
          + "can't be worked out, \(report.notScreened) not screened")
    }
    if report.different + report.impossible > 0 { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }

  private static func print(_ line: Line) {
    let from = line.definitionFrom == "archive" ? ", by the definition kept with the records" : ""
    switch line.outcome {
    case "impossible": Output.line("\(line.screening)  can't be worked out: \(line.why ?? "")")
    case "not-screened": Output.line("\(line.screening)  not screened, nothing to work out")
    default: Output.line("\(line.screening)  \(line.outcome), \(line.screener)\(from)")
    }
    for difference in line.differences {
      Output.line("  \(difference.what): stored '\(difference.stored)', now '\(difference.again)'")
    }
    if !line.differences.isEmpty, !line.usedKeptContext {
      Output.line("  the circumstances were not kept with it: the child's record as it is now was used")
    }
  }
}

extension ScreenReplayCommand.Line {
  init(_ line: ReplayScreenings.Line) {
    var (differences, why): ([Replay.Difference], String?) = ([], nil)
    let outcome: String
    switch line.replay.outcome {
    case .equal: outcome = "equal"
    case .notScreened: outcome = "not-screened"
    case .differs(let found): (outcome, differences) = ("differs", found)
    case .impossible(let fault): (outcome, why) = ("impossible", fault.message)
    }
    self.init(
      screening: line.screening.id.rawValue, child: line.screening.child.rawValue,
      screener: "\(line.screening.screener)@\(line.screening.version)",
      definitionHash: "\(line.screening.definitionHash)", outcome: outcome,
      definitionFrom: line.replay.definitionFrom, usedKeptContext: line.replay.usedKeptContext,
      differences: differences, why: why)
  }
}
