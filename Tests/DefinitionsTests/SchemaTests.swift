// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Testing

/// The JSON Schemas beside the content, against the keys the readers accept.
@Suite struct SchemaTests {
  /// What one map takes: its required keys, and all of them.
  struct Keys: Hashable {
    let required: Set<String>
    let all: Set<String>
  }

  @Test(arguments: [
    ("Screeners/screener", "screener"), ("Screeners/screener-local", "screener-local"),
    ("Screeners/screener-content", "screener-content"), ("Schedules/calendars/calendar", "calendar"),
    ("Schedules/calendars/bank-holidays", "bank-holidays"), ("Schedules/pathways/pathway", "pathway"),
    ("Schedules/policies/round-policy", "round-policy"), ("Schedules/rules/rota-rules", "rota-rules"),
    ("Schedules/rules/carry-over", "carry-over"),
    ("Schedules/retention/retention", "retention"), ("Schedules/travel", "travel"),
  ])
  func theSchemaAndTheReaderTakeTheSameKeys(_ path: String, _ kind: String) throws {
    let data = Data(try Content.text("\(path).schema.json").utf8)
    let schema = try JSONSerialization.jsonObject(with: data)
    #expect(
      (schema as? [String: Any])?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema"
    )
    #expect(self.objects(in: schema) == Set(Self.keySets(of: kind)))
  }

  /// What the page for people says, against the same keys: each stands there in code type, or in an example.
  @Test func thePageOfTheFormatNamesEveryKeyAndEveryKindOfScore() throws {
    let page = try Content.text("Screeners/FORMAT.md")
    let sets: [KeySet] =
      [
        ScreenerKeys.screener, ScreenerKeys.administration, ScreenerKeys.start, ScreenerKeys.basal,
        ScreenerKeys.ceiling, ScreenerKeys.adaptive, ScreenerKeys.stop, ScreenerKeys.exposure, ScreenerKeys.route,
        ScreenerKeys.numbers, ScreenerKeys.codes, ScreenerKeys.missing, ScreenerKeys.band, LicensedKeys.manifest,
        LicensedKeys.content, LicensedKeys.cuts,
      ] + ScreenerKeys.scores.map(\.keys)
    for key in Set(sets.flatMap(\.all)).sorted() {
      let isNamed = page.contains("`\(key)`") || page.contains("\(key):")
      #expect(isNamed, "FORMAT.md does not name \(key)")
    }
    for kind in ScreenerKeys.scores.map(\.kind) {
      #expect(page.contains("{\(kind): "), "FORMAT.md has no example of \(kind)")
    }
  }

  private static func keySets(of kind: String) -> [Keys] {
    let sets: [KeySet] =
      switch kind {
      case "screener":
        [
          ScreenerKeys.screener, ScreenerKeys.licence, ScreenerKeys.provenance, ScreenerKeys.age,
          ScreenerKeys.preterm, ScreenerKeys.normsApply, ScreenerKeys.section, ScreenerKeys.administration,
          ScreenerKeys.start, ScreenerKeys.basal, ScreenerKeys.ceiling, ScreenerKeys.missing,
          ScreenerKeys.norms, ScreenerKeys.numbers, ScreenerKeys.codes, ScreenerKeys.adaptive, ScreenerKeys.stop,
          ScreenerKeys.exposure, ScreenerKeys.route, ScreenerKeys.bank, ScreenerKeys.prior,
          ScreenerKeys.band, ScreenerKeys.tier, ScreenerKeys.rescreen, ScreenerKeys.change,
        ] + ScreenerKeys.scores.map(\.keys)
      case "screener-local": [LicensedKeys.manifest]
      case "screener-content": [LicensedKeys.content, LicensedKeys.cuts, ScreenerKeys.band, ScreenerKeys.norms]
      case "calendar":
        [
          ScheduleKeys.calendar, ScheduleKeys.source, ScheduleKeys.term, ScheduleKeys.insetDay,
          ScheduleKeys.closure,
        ]
      case "bank-holidays":
        [ScheduleKeys.bankHolidays, ScheduleKeys.source, ScheduleKeys.span, ScheduleKeys.bankHoliday]
      case "pathway":
        [
          ScheduleKeys.pathway, ScheduleKeys.screening, ScheduleKeys.programme, ScheduleKeys.assessment,
          ScheduleKeys.rule, KeySet("months", required: ["months"]), KeySet("years", required: ["years"]),
        ]
      case "retention":
        [ScheduleKeys.retention, ScheduleKeys.source, ScheduleKeys.retentionClass, ScheduleKeys.lateEnd]
      case "round-policy": [ScheduleKeys.roundPolicy, ScheduleKeys.source, ScheduleKeys.hide]
      case "rota-rules":
        [ScheduleKeys.rotaRules, ScheduleKeys.weights, ScheduleKeys.workingDay, ScheduleKeys.rest]
      case "carry-over":
        [
          ScheduleKeys.carryOver, ScheduleKeys.priority, ScheduleKeys.catchUp, ScheduleKeys.fairness,
          ScheduleKeys.points,
        ]
      default:
        [
          ScheduleKeys.travel, ScheduleKeys.source, ScheduleKeys.circuity, ScheduleKeys.speed,
        ]
      }
    return sets.map { Keys(required: Set($0.required), all: Set($0.all)) }
  }

  /// Every map with fixed keys, however deep; one that would take other keys too is a mistake of the schema.
  private func objects(in schema: Any) -> Set<Keys> {
    if let list = schema as? [Any] { return list.reduce(into: []) { $0.formUnion(self.objects(in: $1)) } }
    guard let map = schema as? [String: Any] else { return [] }
    var found: Set<Keys> = []
    for (key, value) in map where key != "properties" { found.formUnion(self.objects(in: value)) }
    if let properties = map["properties"] as? [String: Any] {
      #expect(map["additionalProperties"] as? Bool == false)
      let required = map["required"] as? [String] ?? []
      found.insert(Keys(required: Set(required), all: Set(properties.keys)))
      for value in properties.values { found.formUnion(self.objects(in: value)) }
    }
    return found
  }
}
