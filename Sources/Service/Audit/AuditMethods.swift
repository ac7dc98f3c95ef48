// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Wire

enum AuditMethods {
  static let all: [Method] = [
    .reading(
      VerifyAudit.self, "Works the area's whole audit chain out again and says where it breaks, if it does.",
      gives: .object([
        Field("entries", .whole), Field("head", .text, "SHA-256, in hex"), Field("firstBreak", .text, optional: true),
      ]),
      input: { _ in },
      output: { checked in
        .members([
          "entries": .whole(checked.head.sequence), "head": .text("\(checked.head.hash)"),
          "firstBreak": checked.firstBreak.map { .text("\($0)") },
        ])
      })
  ]
}
