// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Does erasures of a ledger again, on a store restored from before them. What is on record already is passed over;
/// holds and due days were looked at the first time.
public enum ReapplyErasures: RecordOperation {
  public struct Output: Sendable, Hashable {
    /// Children erased now.
    public let erased: [ChildID]
    /// How many erasures were on record already.
    public let known: Int
    /// Notes on visits of several children, which stay.
    public let sharedNotes: Int
  }

  public static let name = "erasure.reapply"
  public static let roles: Set<Role> = [.admin]

  /// - Throws: `record.not-valid` when an erasure is on record with other words, or one person did both parts.
  public static func perform(_ input: [ErasureRecord], on records: Records, in practice: Practice) throws -> Output {
    var (erased, known, notes): ([ChildID], Int, Int) = ([], 0, 0)
    for erasure in input {
      guard erasure.askedBy.lowercased() != erasure.approvedBy.lowercased(), !erasure.reason.isEmpty else {
        throw Fault(.notValid, "an erasure has a reason and two people", at: "child \(erasure.child)")
      }
      if let kept = try records.erasure(of: erasure.child) {
        guard kept == erasure else {
          throw Fault(
            .notValid, "the erasure is on record with other particulars", at: "child \(erasure.child)",
            maybe: "use the ledger of this area's own store")
        }
        known += 1
      } else {
        notes += try records.erase(erasure).sharedNotes
        erased.append(erasure.child)
      }
    }
    return Output(erased: erased, known: known, sharedNotes: notes)
  }
}
