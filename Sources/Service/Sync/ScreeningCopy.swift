// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

/// A screening and the decisions on it as a device gets them: every column as it is kept, so that the device's copy is the
/// service's record and not a second opinion.
enum ScreeningCopy {
  static let shape = Shape.object([
    Field("id", .text), Field("child", .text), Field("cohort", .text, optional: true), Field("phase", .text),
    Field("screener", .text), Field("version", .text), Field("definitionHash", .text, "SHA-256, in hex"),
    Field("testDate", .text(.date)), Field("ageMonths", .whole, optional: true),
    Field("answers", .text, "as they are kept: item=code a line"), Field("scores", .text, "as they are kept"),
    Field("band", .text, optional: true), Field("proposedTier", .text, optional: true),
    Field("flags", .list(of: .text)), Field("notScreened", .text, optional: true), Field("by", .text),
    Field("recordedAt", .text), Field("supersedes", .text, optional: true),
    Field("amendmentReason", .text, optional: true), Field("edition", .text, optional: true),
    Field("context", .text, optional: true, "what was known of the child when it was scored"),
  ])

  static func of(_ screening: ScreeningRecord) -> JSONValue {
    .members([
      "id": .text(screening.id.rawValue), "child": .text(screening.child.rawValue),
      "cohort": screening.cohort.map { .text($0.rawValue) }, "phase": .text(screening.phase.rawValue),
      "screener": .text(screening.screener), "version": .text(screening.version),
      "definitionHash": .text("\(screening.definitionHash)"), "testDate": .text("\(screening.testDate)"),
      "ageMonths": screening.ageMonths.map { .whole($0) }, "answers": .text(screening.answers),
      "scores": .text(screening.scores), "band": screening.band.map { .text($0) },
      "proposedTier": screening.proposedTier.map { .text($0) }, "flags": .texts(screening.flags),
      "notScreened": screening.notScreenedReason.map { .text($0.rawValue) }, "by": .text(screening.by),
      "recordedAt": .text("\(screening.recordedAt)"), "supersedes": screening.supersedes.map { .text($0.rawValue) },
      "amendmentReason": screening.amendmentReason.map { .text($0) }, "edition": screening.edition.map { .text($0) },
      "context": screening.context.map { .text($0) },
    ])
  }

  static func read(_ members: JSONMembers) throws -> ScreeningRecord {
    ScreeningRecord(
      id: try members.id("id"), child: try members.id("child"), cohort: try members.optionalID("cohort"),
      phase: try members.named("phase"), screener: try members.text("screener"), version: try members.text("version"),
      definitionHash: try members.made(
        "definitionHash", try members.text("definitionHash"), "a SHA-256 in hex"
      ) { Digest(hex: $0) },
      testDate: try members.date("testDate"), ageMonths: try members.optionalWhole("ageMonths"),
      answers: try members.text("answers"), scores: try members.text("scores"), band: try members.optionalText("band"),
      proposedTier: try members.optionalText("proposedTier"), flags: try members.texts("flags"),
      notScreenedReason: try members.optionalNamed("notScreened"), by: try members.text("by"),
      recordedAt: try members.instant("recordedAt"), supersedes: try members.optionalID("supersedes"),
      amendmentReason: try members.optionalText("amendmentReason"), edition: try members.optionalText("edition"),
      context: try members.optionalText("context"))
  }

  static let decisionShape = Shape.object([
    Field("id", .text), Field("screening", .text), Field("tier", .text), Field("by", .text), Field("role", .text),
    Field("isOverride", .bool), Field("reason", .text, optional: true), Field("at", .text),
  ])

  static func of(_ decision: TierConfirmationRecord) -> JSONValue {
    .members([
      "id": .text(decision.id.rawValue), "screening": .text(decision.screening.rawValue), "tier": .text(decision.tier),
      "by": .text(decision.by), "role": .text(decision.role.rawValue), "isOverride": .bool(decision.isOverride),
      "reason": decision.reason.map { .text($0) }, "at": .text("\(decision.at)"),
    ])
  }

  static func decision(_ members: JSONMembers) throws -> TierConfirmationRecord {
    TierConfirmationRecord(
      id: try members.id("id"), screening: try members.id("screening"), tier: try members.text("tier"),
      by: try members.text("by"), role: try members.named("role"), isOverride: try members.bool("isOverride"),
      reason: try members.optionalText("reason"), at: try members.instant("at"))
  }
}

extension JSONMembers {
  func instant(_ key: String) throws -> Instant {
    try self.made(key, try self.text(key), "an instant as 2026-11-30T09:15:00.000000Z") { Instant($0) }
  }
}
