// SPDX-License-Identifier: Apache-2.0

/// One broken rule of a definition.
public struct DefinitionFinding: Hashable, Sendable {
  /// Names the rule, `screener.band-gap`. API: sentences may improve, codes stay.
  public let rule: String
  public let path: DefinitionPath
  /// The values that break the rule.
  public let message: String
  /// What to change.
  public let remedy: String

  public init(rule: String, path: DefinitionPath, message: String, remedy: String) {
    self.rule = rule
    self.path = path
    self.message = message
    self.remedy = remedy
  }
}
