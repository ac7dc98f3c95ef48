// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

enum DemandMethods {
  static let all: [Method] = [
    .reading(
      ListDemand.self, "The visits that pathways and the manager ask for in a week.",
      [Field("week", .text, "such as 2026-W49"), Field("includingCancelled", .bool, optional: true)],
      gives: .object([Field("visits", .list(of: Self.visit))]),
      input: { call in
        .init(
          week: try call.params.week("week"),
          includingCancelled: try call.params.optionalBool("includingCancelled") ?? false)
      },
      output: { .members(["visits": .list($0.map(Self.visit))]) }),
    .writing(
      AddDemand.self, "Asks for one visit.",
      [
        Field("week", .text), Field("setting", .text), Field("kind", .text), Field("minutes", .whole(5...480)),
        Field("slots", .list(of: .text, atMost: 8), optional: true, "one entry a person, the skills joined by spaces"),
        Field("windows", .list(of: .text, atMost: 50), optional: true, "such as 2026-11-30 09:00-11:45"),
        Field("weight", .whole(0...1_000_000), optional: true), Field("reason", .text, "no child is named"),
      ],
      gives: .object([Field("visit", Self.visit)]), errors: [.notFound, .notValid],
      input: { call in
        .init(
          week: try call.params.week("week"), setting: try call.params.id("setting"),
          kind: try call.params.text("kind"),
          minutes: try call.params.whole("minutes"), slots: try call.params.texts("slots"),
          windows: try call.params.texts("windows").enumerated().map { index, text in
            try call.params.made("windows[\(index)]", text, "a window as 2026-11-30 09:00-11:45") {
              try? DatedWindow(validating: $0)
            }
          },
          weight: try call.params.optionalWhole("weight"), reason: try call.params.text("reason"))
      },
      output: { .members(["visit": Self.visit($0)]) }),
  ]

  private static let visit = Shape.object([
    Field("id", .text), Field("series", .text, optional: true), Field("setting", .text), Field("week", .text),
    Field("kind", .text), Field("programme", .text), Field("session", .whole), Field("minutes", .whole),
    Field("slots", .list(of: .text)), Field("windows", .text), Field("weight", .whole), Field("reason", .text),
    Field("source", .text), Field("cancelReason", .text, optional: true),
  ])

  private static func visit(_ record: DemandVisitRecord) -> JSONValue {
    .members([
      "id": .text(record.id.rawValue), "series": record.series.map { .text($0.rawValue) },
      "setting": .text(record.setting.rawValue), "week": .text("\(record.week)"), "kind": .text(record.kind),
      "programme": .text(record.programme), "session": .whole(record.session), "minutes": .whole(record.minutes),
      "slots": .texts(record.slots), "windows": .text(record.windows), "weight": .whole(record.weight),
      "reason": .text(record.reason), "source": .text(record.source.rawValue),
      "cancelReason": record.cancelReason.map { .text($0) },
    ])
  }
}
