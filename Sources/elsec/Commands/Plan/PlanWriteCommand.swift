// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Storage
import Vocabulary

struct PlanWriteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Write the text of one section, from a Markdown file or standard input.")

  @Option(help: "1 to 12.")
  var section: Int
  @Option(name: .customLong("in"), help: "The file; - is standard input.")
  var input: String = "-"
  @OptionGroup var choice: PlanChoice
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let text = try Disk.text(self.input)
    let change = try await self.options.session(for: "plan write") { session in
      try await WriteSection.run(
        WriteSection.Input(plan: try await self.choice.id(session), section: self.section, text: text),
        in: session.practice, as: session.person)
    }
    Output.line("section \(self.section): \(change.rawValue)")
  }
}

struct PlanMeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Add or change an aim with the measure it is judged by.")

  @Argument(help: "A code of your own, such as ELSEC-1.")
  var code: String
  @Option(help: "1 to 12.")
  var section: Int
  @Option(help: "What is to be reached, in words.")
  var aim: String
  @Option(help: "Who leads.")
  var lead: String = ""
  @Option(help: "How it will be seen.")
  var outcome: String = ""
  @Option(help: "Where it stands, a number.")
  var baseline: String?
  @Option(name: .customLong("baseline-as-at"), help: "The day of that number.")
  var baselineAsAt: CivilDate?
  @Option(help: "Where it should be.")
  var target: String?
  @Option(help: "By when.")
  var due: CivilDate
  @Option(help: "Which way is better: up or down.")
  var direction: Storage.MeasureDirection = .up
  @OptionGroup var choice: PlanChoice
  @OptionGroup var options: StoreOptions

  func run() async throws {
    for number in [self.baseline, self.target].compactMap(\.self) where MeasureValue(number) == nil {
      throw Fault(.usage, "'\(number)' is no number with at most two decimals", maybe: "write it like 45.5")
    }
    let change = try await self.options.session(for: "plan measure") { session in
      try await PutMeasure.run(
        PutMeasure.Input(
          plan: try await self.choice.id(session), section: self.section, code: self.code, aim: self.aim,
          leadPartner: self.lead, outcome: self.outcome, baseline: self.baseline,
          baselineAsAt: self.baselineAsAt, target: self.target, due: self.due, direction: self.direction),
        in: session.practice, as: session.person)
    }
    Output.line("measure \(self.code): \(change.rawValue)")
  }
}

struct PlanPartnerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner", abstract: "Fill a seat of the local inclusion partnership.")

  @Argument(help: "The seat.")
  var role: PartnershipRole
  @Option(help: "Who fills it.")
  var organisation: String
  @Option(help: "The person, where one is named.")
  var person: String?
  @Option(help: "From when.")
  var from: CivilDate
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let change = try await self.options.session(for: "plan partner") {
      try await PutPartner.run(
        PutPartner.Input(role: self.role, organisation: self.organisation, person: self.person, from: self.from),
        in: $0.practice, as: $0.person)
    }
    Output.line("\(self.role.label): \(change.rawValue)")
  }
}

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
