// SPDX-License-Identifier: Apache-2.0

/// Every key of a licence holder's files. `Screeners/screener-local.schema.json` and
/// `Screeners/screener-content.schema.json` say the same for editors.
package enum LicensedKeys {
  package static let manifest = KeySet(
    "the licence holder's file",
    required: ["format", "screener", "holder", "number", "edition", "content", "sha256"]
  )
  package static let content = KeySet(
    "the licensed content",
    required: ["format"],
    optional: ["wording", "cuts", "norms"]
  )
  package static let cuts = KeySet("the cuts", optional: ["route", "bands"])
}
