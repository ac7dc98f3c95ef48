// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Puts a child's record under a legal hold, or lifts it. Nothing under a hold is erased, whatever is due.
public enum HoldChild: RecordOperation {
  public struct Input: Sendable {
    public let child: ChildID
    public let reason: String
    public let isHeld: Bool

    public init(child: ChildID, reason: String, isHeld: Bool) {
      self.child = child
      self.reason = reason
      self.isHeld = isHeld
    }
  }

  public static let name = "child.hold"
  public static let roles = Set<Role>.managing

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> LegalHoldRecord {
    guard try records.child(input.child) != nil else { throw Fault.noChild(input.child) }
    try Fault.refuseBlank(input.reason, "a legal hold")
    return try records.setLegalHold(input.isHeld, on: input.child, reason: input.reason)
  }
}

extension Fault {
  static func refuseBlank(_ reason: String, _ what: String) throws {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw Fault(.notValid, "\(what) needs a reason", maybe: "say why with --reason")
    }
  }
}
