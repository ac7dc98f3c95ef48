// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import SchedulingSolver
import Storage
import StrictJSON
import Vocabulary
import Wire

enum RotaMethods {
  static let all: [Method] = [get, explain, RepairMethod.repair, publish, done]

  /// Which rota of a week is meant.
  static let which = [
    Field("week", .text, "such as 2026-W49"), Field("rota", .text, optional: true),
    Field("onlyPublished", .bool, optional: true, "the one that people hold, even when there is a later draft"),
  ]

  static func which(_ params: JSONMembers) throws -> GetRota.Input {
    GetRota.Input(
      week: try params.week("week"), rota: try params.optionalID("rota"),
      onlyPublished: try params.optionalBool("onlyPublished") ?? false)
  }

  private static let get = Method.reading(
    GetRota.self, "A week's rota: the latest for who runs the week, the published one for the others.", Self.which,
    gives: RotaReply.shape, errors: [.notFound], input: { try Self.which($0.params) }, output: RotaReply.of)

  private static let explain = Method.reading(
    ExplainVisit.self, "Why a visit is where it is; or, left out, what stands in its way and what would let it in.",
    Self.which + [
      Field("visit", .text),
      Field("changes", .whole(0...5), optional: true, "how many changes to look for, 0 unless told"),
    ],
    gives: .object([Field("rota", .text), Field("sentences", .list(of: .text))]), errors: [.notFound],
    input: { call in
      let shown = try call.params.optionalWhole("changes") ?? 0
      var search = SmallestChanges.Options()
      search.shown = shown
      return .init(
        rota: try Self.which(call.params), visit: try call.params.id("visit"), changes: shown > 0 ? search : nil)
    },
    output: { explained in
      .members([
        "rota": .text(explained.rota.record.id.rawValue),
        "sentences": .texts(explained.reasons.sentences(in: explained.rota.problem)),
      ])
    })

  private static let publish = Method.writing(
    PublishRota.self, "Makes a draft the rota that people hold.",
    [Field("week", .text), Field("rota", .text, optional: true, "the latest draft of the week unless told")],
    gives: .object([
      Field("rota", .text), Field("week", .text), Field("status", .text), Field("publishedBy", .text, optional: true),
    ]), errors: [.notFound, .changedMeanwhile],
    input: { .init(week: try $0.params.week("week"), rota: try $0.params.optionalID("rota")) },
    output: { record in
      .members([
        "rota": .text(record.id.rawValue), "week": .text("\(record.week)"), "status": .text(record.status.rawValue),
        "publishedBy": record.publishedBy.map { .text($0) },
      ])
    })

  private static let done = Method.writing(
    RecordVisitsDone.self, "Says of visits whether they took place, and who was there.",
    [
      Field(
        "visits",
        .list(
          of: .object([
            Field("visit", .text), Field("outcome", .oneOf(VisitOutcome.allCases.map(\.rawValue))),
            Field("attended", .list(of: .text), optional: true, "everyone it was for unless told"),
            Field("note", .text, optional: true, "no child is named"),
          ]), atMost: 500))
    ],
    gives: .object([Field("recorded", .whole)]), errors: [.notFound, .notValid],
    input: { call in
      .init(
        words: try call.params.objects("visits").map { word in
          .init(
            visit: try word.id("visit"), outcome: try word.named("outcome"),
            attended: word.value("attended") == nil ? nil : try word.texts("attended").map { ChildID($0) },
            note: try word.optionalText("note") ?? "")
        })
    },
    output: { .members(["recorded": .whole($0)]) })
}
