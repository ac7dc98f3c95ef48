// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import StrictJSON
import Vocabulary
import Wire

enum ScreeningMethods {
  static let all: [Method] = [record, recordMany, get, list, amend, confirm]

  private static let record = Method.writing(
    KeepScreening.self, "Scores and keeps one screening; the same again changes nothing.", ScreeningParams.fields,
    gives: .object([Field("isNew", .bool), Field("screening", ScreeningReply.shape)]), errors: [.notValid, .notFound],
    input: { try ScreeningParams.entry($0.params) },
    output: { .members(["isNew": .bool($0.isNew), "screening": ScreeningReply.of($0.screening)]) })

  private static let recordMany = Method.writing(
    KeepScreenings.self,
    "Scores and keeps up to 500 screenings, an answer a record; one that can't be kept stands in nobody's way.",
    [Field("records", .list(of: .object(ScreeningParams.fields), atMost: KeepScreenings.most))],
    gives: .object([
      Field(
        "answers",
        .list(
          of: .object([
            Field("status", .oneOf(["stored", "duplicate", "rejected"])),
            Field("screening", ScreeningReply.brief, optional: true),
            Field("code", .text, optional: true, "of what was rejected"), Field("path", .text, optional: true),
          ])))
    ]),
    input: { call in .init(entries: try call.params.objects("records").map(ScreeningParams.entry)) },
    output: { .members(["answers": .list($0.map(Self.answer))]) })

  private static func answer(_ answer: KeepScreenings.Answer) -> JSONValue {
    switch answer {
    case .stored(let record): .members(["status": .text("stored"), "screening": ScreeningReply.brief(record)])
    case .duplicate(let record): .members(["status": .text("duplicate"), "screening": ScreeningReply.brief(record)])
    case .rejected(let fault):
      .members(["status": .text("rejected"), "code": .text(fault.code.name), "path": Self.path(of: fault)])
    }
  }

  /// Which answer could not be taken, where the screener has the item.
  private static func path(of fault: Fault) -> JSONValue? {
    guard fault.code != .unknownItem, let place = fault.place, place.utf8.count <= 16,
      place.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    return .text("answers.\(place)")
  }

  private static let get = Method.reading(
    ShowScreening.self, "One screening with the decisions on it, worked out again from its answers.",
    [Field("screening", .text)],
    gives: .object([
      Field("screening", ScreeningReply.shape), Field("supersededBy", .text, optional: true),
      Field("isReproduced", .bool, optional: true, "whether working it out again gives what is kept"),
    ]), errors: [.notFound],
    input: { .init(screening: try $0.params.id("screening")) },
    output: { shown in
      .members([
        "screening": ScreeningReply.of(shown.screening, shown.confirmations.first),
        "supersededBy": shown.supersededBy.map { .text($0.rawValue) },
        "isReproduced": shown.isReproduced.map { .bool($0) },
      ])
    })

  private static let list = Method.reading(
    PageScreenings.self, named: "screening.list",
    "Screenings by id, a page at a time; superseded ones too where that is asked for.",
    [
      Field("setting", .text, optional: true), Field("screener", .text, optional: true),
      Field("includingSuperseded", .bool, optional: true), Field("after", .text, optional: true),
      Field("limit", .whole(1...PageScreenings.most), optional: true),
    ],
    gives: .object([
      Field("screenings", .list(of: ScreeningReply.shape)),
      Field("after", .text, optional: true, "for the next page; absent when this one is empty"),
    ]),
    input: { call in
      .init(
        setting: try call.params.optionalID("setting"), screener: try call.params.optionalText("screener"),
        includingSuperseded: try call.params.optionalBool("includingSuperseded") ?? false,
        after: try call.params.optionalID("after"), limit: try call.params.optionalWhole("limit") ?? 100)
    },
    output: { screenings in
      .members([
        "screenings": .list(screenings.map { ScreeningReply.of($0) }),
        "after": screenings.last.map { .text($0.id.rawValue) },
      ])
    })

  private static let amend = Method.writing(
    AmendScreening.self, "Corrects a screening by a new one that supersedes it and says why.",
    [
      Field("screening", .text),
      Field("answers", .map(of: .optional(.text)), optional: true, "item: code; null takes an answer away"),
      Field("testDate", .text(.date), optional: true), Field("reason", .text),
    ],
    gives: .object([Field("screening", ScreeningReply.shape)]), errors: [.notFound, .changedMeanwhile, .notValid],
    input: { call in
      let answers = try call.params.optionalMembers("answers")
      return .init(
        screening: try call.params.id("screening"),
        answers: Dictionary(
          try (answers?.object.members ?? []).map { member in
            (ItemCode(member.key), try answers?.optionalText(member.key).map { ResponseCode($0) })
          }, uniquingKeysWith: { first, _ in first }),
        testDate: try call.params.optionalDate("testDate"), reason: try call.params.text("reason"))
    },
    output: { .members(["screening": ScreeningReply.of($0)]) })

  private static let confirm = Method.writing(
    ConfirmTiers.self, "Writes down what the person decided on each proposal.",
    [
      Field(
        "decisions",
        .list(
          of: .object([
            Field("screening", .text), Field("tier", .text),
            Field("reason", .text, optional: true, "needed where the tier is not the proposed one"),
          ]), atMost: 500))
    ],
    gives: .object([Field("confirmed", .whole), Field("overridden", .whole), Field("unchanged", .whole)]),
    errors: [.notFound, .notValid],
    input: { call in
      .init(
        decisions: try call.params.objects("decisions").map {
          .init(screening: try $0.id("screening"), tier: try $0.text("tier"), reason: try $0.optionalText("reason"))
        })
    },
    output: {
      .members([
        "confirmed": .whole($0.confirmed), "overridden": .whole($0.overridden), "unchanged": .whole($0.unchanged),
      ])
    })
}
