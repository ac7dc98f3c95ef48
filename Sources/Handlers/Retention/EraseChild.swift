// SPDX-License-Identifier: Apache-2.0

import Retention
public import Storage
public import Vocabulary

/// Erases everything about a child, when it is due and two people say so. The id, the reason and both people stay.
public enum EraseChild: RecordOperation {
  public struct Input: Sendable {
    public let child: ChildID
    public let reason: String
    /// Another person than the one who asks; where accounts exist, one of a manager or administrator.
    public let approvedBy: String
    /// Why before it is due; `nil` refuses what is not due.
    public let earlyReason: String?
    public let today: CivilDate

    public init(child: ChildID, reason: String, approvedBy: String, earlyReason: String? = nil, today: CivilDate) {
      self.child = child
      self.reason = reason
      self.approvedBy = approvedBy
      self.earlyReason = earlyReason
      self.today = today
    }
  }

  public struct Output: Sendable {
    public let erasure: ErasureRecord
    public let outcome: ErasureOutcome
  }

  public static let name = "child.erase"
  public static let roles = Set<Role>.managing

  /// - Throws: `erasure.needs-another`, `erasure.held`, `erasure.not-due`, `record.not-found`.
  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Output {
    try Fault.refuseBlank(input.reason, "an erasure")
    if let early = input.earlyReason { try Fault.refuseBlank(early, "an erasure before its day") }
    try self.refuseApprover(input.approvedBy, on: records)
    guard let span = try records.childSpans(of: input.child, where: { _ in true }).first else {
      throw Fault.noChild(input.child)
    }
    guard !span.isHeld else {
      throw Fault(
        .erasureHeld, "the record is under a legal hold", at: "child \(input.child)",
        maybe: "when it has ended, run 'elsec children hold \(input.child) --lift --reason …'")
    }
    let due = try practice.retention(records.area).dueOn(.init(span))
    guard due <= input.today || input.earlyReason != nil else {
      throw Fault(
        .erasureNotDue, "the record is to be kept until \(due)", at: "child \(input.child)",
        maybe: "where the law asks for it earlier, say why with --not-due")
    }
    let erasure = ErasureRecord(
      child: input.child, reason: input.reason, askedBy: records.principal.name, approvedBy: input.approvedBy,
      dueOn: due, earlyReason: due <= input.today ? nil : input.earlyReason, audit: try records.auditHead(),
      at: records.now)
    return Output(erasure: erasure, outcome: try records.erase(erasure))
  }

  private static func refuseApprover(_ name: String, on records: Records) throws {
    guard name.contains(where: { !$0.isWhitespace }), name.lowercased() != records.principal.name.lowercased() else {
      throw Fault(
        .erasureNeedsAnother, "an erasure is asked for by one person and approved by another",
        maybe: "name who approves it with --approved-by")
    }
    let accounts = try records.accounts()
    guard
      accounts.isEmpty
        || accounts.contains(where: {
          $0.name == name && $0.revokedAt == nil && Set<Role>.managing.contains($0.role)
        })
    else {
      throw Fault(
        .erasureNeedsAnother, "who approves has no account of a manager or administrator",
        maybe: "see 'elsec user list'")
    }
  }
}

extension Fault.Code {
  public static let erasureNeedsAnother = Fault.Code("erasure.needs-another", .notAllowed)
  public static let erasureHeld = Fault.Code("erasure.held", .notSo)
  public static let erasureNotDue = Fault.Code("erasure.not-due", .notSo)
}
