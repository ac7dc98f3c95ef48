// SPDX-License-Identifier: Apache-2.0

import Handlers
import InclusionPlans
import Storage
import StrictJSON
import Vocabulary
import Wire

enum PlanMethods {
  static let all: [Method] = [get, list, put, pull, check]

  private static let get = Method.reading(
    GetPlan.self, "A plan with its sections, measures, partnership and evidence.", [Field("plan", .text)],
    gives: .any, errors: [.notFound], input: { try $0.params.id("plan") }, output: { try JSONValue(laidOut: $0) })

  private static let brief = Shape.object([
    Field("plan", .text), Field("title", .text), Field("from", .text(.date)), Field("to", .text(.date)),
    Field("status", .text), Field("templateVersion", .text),
  ])

  private static func brief(_ plan: PlanRecord) -> JSONValue {
    .members([
      "plan": .text(plan.id.rawValue), "title": .text(plan.title), "from": .text("\(plan.periodFrom)"),
      "to": .text("\(plan.periodTo)"), "status": .text(plan.status.rawValue),
      "templateVersion": .text(plan.templateVersion),
    ])
  }

  private static let list = Method.reading(
    ListPlans.self, "Every plan of the area.", gives: .object([Field("plans", .list(of: Self.brief))]),
    input: { _ in }, output: { .members(["plans": .list($0.map(Self.brief))]) })

  /// A new plan, or the text of a section of one.
  private static let put = Method(
    description: MethodDescription(
      NewPlan.name, "Makes a plan from title, from and to; or writes the text of one section of a plan.",
      params: [
        Field("title", .text, optional: true), Field("from", .text(.date), optional: true),
        Field("to", .text(.date), optional: true), Field("plan", .text, optional: true),
        Field("section", .whole(1...12), optional: true), Field("text", .text, optional: true, "Markdown"),
      ],
      result: .object([
        Field("plan", Self.brief, optional: true, "of a new plan"),
        Field("change", .oneOf(["added", "changed", "unchanged"]), optional: true, "of a section"),
      ]), errors: [.notFound, .notValid], roles: Method.grants(NewPlan.roles), isWriting: true),
    answer: { call in
      let text: String
      if let plan = try call.params.optionalText("plan") {
        try call.params.refuse("title", "from", "to", with: "plan")
        let input = WriteSection.Input(
          plan: PlanID(plan), section: try call.params.whole("section"), text: try call.params.text("text"))
        text = try await WriteSection.run(input, once: call.key, in: call.practice, as: call.person) {
          String(decoding: JSONValue.members(["change": .text($0.rawValue)]).bytes, as: UTF8.self)
        }
      } else {
        try call.params.refuse("section", "text", with: "title")
        let input = NewPlan.Input(
          title: try call.params.text("title"), from: try call.params.date("from"), to: try call.params.date("to"))
        text = try await NewPlan.run(input, once: call.key, in: call.practice, as: call.person) {
          String(decoding: JSONValue.members(["plan": Self.brief($0)]).bytes, as: UTF8.self)
        }
      }
      return try JSONValue(kept: text)
    })

  private static let pull = Method.writing(
    PullEvidence.self, "Freezes a disclosure-safe cohort summary as evidence in a section of a plan.",
    [
      Field("plan", .text), Field("section", .whole(1...12), optional: true), Field("title", .text, optional: true),
      Field("accept", .bool, optional: true, "take other figures in the place of the earlier ones"),
    ] + SummaryParams.fields + [SummaryParams.audience],
    gives: .object([
      Field("isKept", .bool, "false when the figures differ and the difference was not accepted"),
      Field("isNew", .bool), Field("evidence", .text), Field("section", .whole), Field("sha256", .text),
      Field("difference", .text, optional: true),
    ]), errors: [.notFound, .notValid],
    input: { call in
      .init(
        plan: try call.params.id("plan"), section: try call.params.optionalWhole("section") ?? 3,
        title: try call.params.optionalText("title") ?? "Early language screening",
        summary: try SummaryParams.input(call), acceptsDifference: try call.params.optionalBool("accept") ?? false)
    },
    output: { done in
      let evidence = done.pull.evidence
      return .members([
        "isKept": .bool(done.isKept), "isNew": .bool(done.pull.isNew), "evidence": .text(evidence.id.rawValue),
        "section": .whole(evidence.section), "sha256": .text("\(evidence.sha256)"),
        "difference": done.pull.difference.flatMap { $0.isEmpty ? nil : .text($0.text) },
      ])
    })

  private static let check = Method.reading(
    CheckPlan.self, "What a plan still lacks.", [Field("plan", .text)],
    gives: .object([
      Field(
        "findings",
        .list(
          of: .object([
            Field("rule", .text), Field("section", .whole), Field("message", .text), Field("hint", .text),
          ])))
    ]), errors: [.notFound],
    input: { .init(plan: try $0.params.id("plan"), today: $0.today) },
    output: { findings in
      .members([
        "findings": .list(
          findings.map {
            .members([
              "rule": .text($0.rule), "section": .whole($0.section), "message": .text($0.message),
              "hint": .text($0.hint),
            ])
          })
      ])
    })
}
