// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Vocabulary

struct PlanShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A plan: sections, measures, partnership, evidence.")

  @OptionGroup var choice: PlanChoice
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let plan = try await self.options.session(for: "plan show") { session in
      try await GetPlan.run(try await self.choice.id(session), in: session.practice, as: session.person)
    }
    if self.json { return try Output.json(plan) }
    Output.line("\(plan.title), \(plan.area.name), \(plan.periodFrom) to \(plan.periodTo), \(plan.status.label)")
    var table = TextTable([("", .right), ("section", .left), ("text", .left), ("evidence", .left)])
    for section in plan.sections {
      let evidence = plan.currentEvidence.filter { $0.section == section.code }
      table.add(
        "\(section.code)", section.heading, section.text.isEmpty ? "none" : "\(section.text.count) characters",
        evidence.isEmpty
          ? "none" : evidence.map { "\($0.title) (\($0.sha256.description.prefix(12)))" }.joined(separator: ", "))
    }
    Output.write(table.text)
    for priority in plan.priorities {
      Output.line("priority \(priority.code), section \(priority.section): \(priority.aim) (\(priority.leadPartner))")
      for measure in priority.measures {
        Output.line(
          "  measure \(measure.code): baseline \(measure.baseline?.description ?? "none"), "
            + "target \(measure.target?.description ?? "none") by \(measure.due)")
      }
    }
    for evidence in plan.evidence {
      Output.line(
        "evidence \(evidence.id): \(evidence.title), pulled by \(evidence.pulledBy) on \(LondonTime(evidence.pulledAt)), "
          + "SHA-256 \(evidence.sha256)")
    }
    Output.line(PlanSection.headingsNote)
  }
}
