// SPDX-License-Identifier: Apache-2.0

/// One thing every definition must keep. A rule never stops at the first mistake, and never needs another
/// rule to have passed.
public protocol DefinitionRule: Sendable {
  /// See ``DefinitionFinding/rule``.
  static var code: String { get }
  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding]
}

extension DefinitionRule {
  func finding(_ path: DefinitionPath, _ message: String, remedy: String) -> DefinitionFinding {
    DefinitionFinding(rule: Self.code, path: path, message: message, remedy: remedy)
  }
}
