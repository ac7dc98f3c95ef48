// SPDX-License-Identifier: Apache-2.0

/// The keys one kind of map takes. Every other key is refused.
package struct KeySet: Sendable {
  /// What the map is, for messages: `the screener`, `a band`.
  package let what: String
  package let required: [String]
  package let optional: [String]

  package init(_ what: String, required: [String] = [], optional: [String] = []) {
    self.what = what
    self.required = required
    self.optional = optional
  }

  package var all: [String] { self.required + self.optional }
}
