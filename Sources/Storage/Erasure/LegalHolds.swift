// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Records {
  /// The last word on holding the child's record; `nil` when it was never held.
  public func legalHold(on child: ChildID) throws -> LegalHoldRecord? {
    let last: [LegalHoldRecord] = try self.list(
      "WHERE area = $1 AND child = $2 ORDER BY sequence_number DESC LIMIT 1", [child])
    return last.first
  }

  /// Sets or lifts a hold, in the name of the transaction's person.
  ///
  /// - Throws: `store.conflict` when it is so already, or there is no such child.
  @discardableResult
  public func setLegalHold(_ isHeld: Bool, on child: ChildID, reason: String) throws -> LegalHoldRecord {
    let last = try self.legalHold(on: child)
    guard last?.isHeld ?? false != isHeld else {
      throw Fault(
        .storeConflict, isHeld ? "the record is under a legal hold already" : "the record is under no legal hold",
        at: "child \(child)")
    }
    let hold = LegalHoldRecord(
      child: child, sequence: (last?.sequence ?? 0) + 1, isHeld: isHeld, reason: reason, by: self.principal.name,
      at: self.now)
    try self.insert(hold, about: [child])
    return hold
  }
}
