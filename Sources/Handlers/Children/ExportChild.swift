// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Everything kept about one child, and who looked: what a family that asks is given. Stands in the audit as a view.
public enum ExportChild: RecordOperation {
  public struct Output: Sendable {
    public let child: ChildRecord
    /// Table by table.
    public let kept: [KeptRows]
    /// Every entry of the audit that is about the child or shows it, in order; this export is the last.
    public let audit: [AuditEntry]
    public let at: Instant
  }

  public static let name = "child.export"
  public static let roles = Set<Role>.managing

  public static func perform(_ input: ChildID, on records: Records, in practice: Practice) throws -> Output {
    guard let child = try records.child(input) else { throw Fault.noChild(input) }
    let kept = try records.everythingKept(about: input)
    var audit: [AuditEntry] = []
    while true {
      let page = try records.auditEntries(after: audit.last?.sequence ?? 0, limit: 1000, child: input)
      audit += page
      if page.count < 1000 { break }
    }
    return Output(child: child, kept: kept, audit: audit, at: records.now)
  }
}
