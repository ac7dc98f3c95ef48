// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

/// A record that waits, as the wire shows one: with what it says, so that somebody can decide.
enum WaitingReply {
  static let shape = Shape.object([
    Field("id", .text), Field("kind", .text), Field("child", .text), Field("state", .text), Field("by", .text),
    Field("role", .text), Field("device", .text), Field("madeAt", .text, "by the device's clock"),
    Field("clockAhead", .whole, "milliseconds, at the device's last contact"), Field("receivedAt", .text),
    Field("heldFor", .text, optional: true), Field("contradicts", .text, optional: true),
    Field("body", .any, optional: true), Field("decidedBy", .text, optional: true),
    Field("decidedAt", .text, optional: true), Field("decisionReason", .text, optional: true),
  ])

  static func of(_ record: ReceivedRecord) -> JSONValue {
    .members([
      "id": .text(record.id), "kind": .text(record.kind.rawValue), "child": .text(record.child.rawValue),
      "state": .text(record.state.rawValue), "by": .text(record.by), "role": .text(record.role.rawValue),
      "device": .text(record.device), "madeAt": .text("\(record.madeAt)"), "clockAhead": .whole(record.clockAhead),
      "receivedAt": .text("\(record.receivedAt)"),
      "heldFor": record.state == .held ? record.parent.map { .text($0.rawValue) } : nil,
      "contradicts": record.contradicts.map { .text($0.rawValue) },
      "body": record.body.flatMap { try? JSONValue(reading: Array($0.utf8), limits: .file) },
      "decidedBy": record.decidedBy.map { .text($0) }, "decidedAt": record.decidedAt.map { .text("\($0)") },
      "decisionReason": record.decisionReason.map { .text($0) },
    ])
  }
}
