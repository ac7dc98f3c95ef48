// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

enum AuditMethods {
  static let all: [Method] = [
    .reading(
      VerifyAudit.self, "Works the area's whole audit chain out again and says where it breaks, if it does.",
      gives: .object([
        Field("entries", .whole), Field("head", .text, "SHA-256, in hex"), Field("firstBreak", .text, optional: true),
      ]),
      input: { _ in VerifyAudit.Input() },
      output: { checked in
        .members([
          "entries": .whole(checked.head.sequence), "head": .text("\(checked.head.hash)"),
          "firstBreak": checked.firstBreak.map { .text("\($0)") },
        ])
      }),
    .reading(
      GetAuditRoot.self,
      "The latest signed root of the area's audit. Keep it: with it, what is cut off or rewritten later can be shown.",
      [
        Field(
          "size", .whole(0 ... .max), optional: true,
          "the size of a root kept from before: gives the proof that the latest continues it (RFC 6962)")
      ],
      gives: .object([
        Field("area", .text), Field("size", .whole, "how many entries it covers"),
        Field("root", .text, "Merkle root over the entries' hashes (RFC 6962), in hex"),
        Field("head", .text, "hash of the last entry covered, in hex"), Field("at", .text),
        Field("keyName", .text), Field("keyId", .text), Field("signature", .text, "Ed25519, Base64"),
        Field("note", .text, "the signed note (C2SP signed-note, tlog-checkpoint) whole"),
        Field("consistency", .list(of: .text), optional: true, "hashes in hex"),
      ]),
      errors: [.notFound],
      input: { GetAuditRoot.Input(kept: try $0.params.optionalWhole("size")) },
      output: { shown in
        let (signed, root) = (shown.signed, shown.signed.root)
        return .members([
          "area": .text(root.area), "size": .whole(root.size), "root": .text("\(root.root)"),
          "head": .text("\(root.head)"), "at": .text("\(root.at)"), "keyName": .text(signed.keyName),
          "keyId": .text(signed.keyID), "signature": .text(Base64.text(signed.signature)), "note": .text(signed.note),
          "consistency": shown.consistency.map { .texts($0.map(\.description)) },
        ])
      }),
  ]
}
