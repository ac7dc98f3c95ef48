// SPDX-License-Identifier: Apache-2.0

/// One step on the way from the answers to the tier, in words.
public struct ScoringStep: Hashable, Sendable, Codable {
  /// `age`, `section U`, a score's name, `norms apply`, `band`, `tier`.
  public let what: String
  /// The numbers and the rule: `SS 87 is at least 82 and below 90`.
  public let detail: String
  /// What came out.
  public let value: String

  public init(what: String, detail: String, value: String) {
    self.what = what
    self.detail = detail
    self.value = value
  }
}
