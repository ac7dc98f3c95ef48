// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import StrictJSON
import Vocabulary
import Wire

/// A screening as the wire shows one.
enum ScreeningReply {
  static let shape = Shape.object([
    Field("id", .text), Field("child", .text), Field("cohort", .text, optional: true), Field("screener", .text),
    Field("version", .text), Field("definitionHash", .text), Field("phase", .text), Field("testDate", .text(.date)),
    Field("ageMonths", .whole, optional: true), Field("answers", .map(of: .text)),
    Field("scores", .map(of: .text), "as they are kept, unrounded"), Field("band", .text, optional: true),
    Field("proposedTier", .text, optional: true), Field("flags", .list(of: .text)),
    Field("notScreened", .text, optional: true), Field("by", .text), Field("recordedAt", .text),
    Field("supersedes", .text, optional: true), Field("amendmentReason", .text, optional: true),
    Field("confirmed", Self.decision, optional: true),
  ])

  private static let decision = Shape.object([
    Field("tier", .text), Field("by", .text), Field("at", .text), Field("isOverride", .bool),
    Field("reason", .text, optional: true),
  ])

  static func of(_ screening: ScreeningRecord, _ confirmation: TierConfirmationRecord? = nil) -> JSONValue {
    .members([
      "id": .text(screening.id.rawValue), "child": .text(screening.child.rawValue),
      "cohort": screening.cohort.map { .text($0.rawValue) }, "screener": .text(screening.screener),
      "version": .text(screening.version), "definitionHash": .text("\(screening.definitionHash)"),
      "phase": .text(screening.phase.rawValue), "testDate": .text("\(screening.testDate)"),
      "ageMonths": screening.ageMonths.map { .whole($0) }, "answers": Self.answers(screening),
      "scores": Self.scores(screening), "band": screening.band.map { .text($0) },
      "proposedTier": screening.proposedTier.map { .text($0) }, "flags": .texts(screening.flags),
      "notScreened": screening.notScreenedReason.map { .text($0.rawValue) }, "by": .text(screening.by),
      "recordedAt": .text("\(screening.recordedAt)"), "supersedes": screening.supersedes.map { .text($0.rawValue) },
      "amendmentReason": screening.amendmentReason.map { .text($0) }, "confirmed": confirmation.map(Self.decision),
    ])
  }

  /// What came of one of many.
  static let brief = Shape.object([
    Field("id", .text), Field("ageMonths", .whole, optional: true), Field("band", .text, optional: true),
    Field("proposedTier", .text, optional: true), Field("flags", .list(of: .text)),
  ])

  static func brief(_ screening: ScreeningRecord) -> JSONValue {
    .members([
      "id": .text(screening.id.rawValue), "ageMonths": screening.ageMonths.map { .whole($0) },
      "band": screening.band.map { .text($0) }, "proposedTier": screening.proposedTier.map { .text($0) },
      "flags": .texts(screening.flags),
    ])
  }

  private static func answers(_ screening: ScreeningRecord) -> JSONValue {
    let answers = ScreeningText.answers(in: screening.answers)
    var members = JSONObject()
    for item in answers.items { members[item.rawValue] = .text(answers[item]?.rawValue ?? "") }
    return .object(members)
  }

  private static func scores(_ screening: ScreeningRecord) -> JSONValue {
    var members = JSONObject()
    for score in ScreeningText.scores(in: screening.scores) { members[score.name] = .text(score.text) }
    return .object(members)
  }

  private static func decision(_ record: TierConfirmationRecord) -> JSONValue {
    .members([
      "tier": .text(record.tier), "by": .text(record.by), "at": .text("\(record.at)"),
      "isOverride": .bool(record.isOverride), "reason": record.reason.map { .text($0) },
    ])
  }
}
