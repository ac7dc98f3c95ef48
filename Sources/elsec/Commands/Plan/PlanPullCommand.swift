// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Storage
import Vocabulary

struct PlanPullCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull", abstract: "Freeze a disclosure-safe cohort summary as evidence in a section.",
    discussion: """
      The same figures again add nothing. Other figures are shown as a difference, and take the earlier ones' \
      place only with --accept.
      """)

  @Option(help: "1 to 12.")
  var section: Int = 3
  @Option(help: "What the evidence is called; the same name again is a later snapshot of the same thing.")
  var title: String = "Early language screening"
  @Flag(help: "Accept other figures in the place of the earlier ones.")
  var accept = false
  @OptionGroup var summary: SummaryOptions
  @OptionGroup var choice: PlanChoice
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let summary = try self.summary.input()
    let done = try await self.options.session(for: "plan pull") { session in
      try await PullEvidence.run(
        PullEvidence.Input(
          plan: try await self.choice.id(session), section: self.section, title: self.title,
          summary: summary, acceptsDifference: self.accept), in: session.practice, as: session.person)
    }
    let evidence = done.pull.evidence
    if let difference = done.pull.difference, !difference.isEmpty { Output.write(difference.text) }
    guard done.isKept else {
      throw Fault(
        .planNotAccepted, "the figures differ from those in the plan, and nobody accepted the difference",
        at: "section \(self.section)", maybe: "look at the difference, then add --accept")
    }
    Output.line(
      done.pull.isNew
        ? "evidence \(evidence.id) in section \(evidence.section), pulled by \(evidence.pulledBy) on "
          + "\(LondonTime(evidence.pulledAt)), SHA-256 \(evidence.sha256)"
        : "the same figures are in the plan already (evidence \(evidence.id))")
  }
}

extension Fault.Code {
  static let planNotAccepted = Fault.Code("plan.not-accepted", .notSo)
}
