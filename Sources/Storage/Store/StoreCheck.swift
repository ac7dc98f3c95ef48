// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What looking a store over found.
public struct StoreCheck: Sendable, Hashable {
  /// One area's chain: how long it is, and where it breaks.
  public struct AreaAudit: Sendable, Hashable {
    public let area: AreaID
    public let head: AuditHead
    public let firstBreak: AuditBreak?
  }

  public let schemaVersion: Int
  /// What the engine itself finds broken: pages, indexes, dangling references.
  public let engineProblems: [String]
  public let audits: [AreaAudit]

  public var isSound: Bool {
    self.engineProblems.isEmpty && self.audits.allSatisfy { $0.firstBreak == nil }
  }
}
