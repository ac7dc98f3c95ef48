// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Vocabulary

struct PlanCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What a plan still lacks.", discussion: "Exit status 1 when anything is found.")

  struct Line: Encodable {
    let rule: String
    let section: Int
    let message: String
    let hint: String
  }

  @OptionGroup var choice: PlanChoice
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let findings = try await self.options.session(for: "plan check") { session in
      try await CheckPlan.run(
        CheckPlan.Input(plan: try await self.choice.id(session), today: Moment.today()), in: session.practice,
        as: session.person)
    }
    if self.json {
      try Output.json(
        findings.map { Line(rule: $0.rule, section: $0.section, message: $0.message, hint: $0.hint) })
    } else {
      for finding in findings {
        Output.line("section \(finding.section): \(finding.message) [\(finding.rule)]\n  maybe: \(finding.hint)")
      }
      Output.line(findings.isEmpty ? "nothing is missing" : "\(findings.count) found")
    }
    guard findings.isEmpty else { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }
}
