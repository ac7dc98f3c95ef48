// SPDX-License-Identifier: Apache-2.0

public import AuditRoots
import Vocabulary

extension Reading {
  /// The area's signed roots by size.
  public func auditRoots() throws -> [SignedAuditRoot] {
    let records: [AuditRootRecord] = try self.list("WHERE area = $1 ORDER BY size")
    return records.map { $0.signed(for: self.area) }
  }

  /// The root over the most entries; `nil` before the first.
  public func latestAuditRoot() throws -> SignedAuditRoot? {
    let records: [AuditRootRecord] = try self.list("WHERE area = $1 ORDER BY size DESC LIMIT 1")
    return records.first?.signed(for: self.area)
  }

  /// The tree over the area's first entries, to prove what is in it; of all entries when there are fewer.
  public func auditTree(of size: Int) throws -> MerkleTree {
    var tree = MerkleTree(hash: self.hash)
    while tree.size < size {
      let rows = try self.rows(
        """
        SELECT hash FROM audit WHERE area = $1 AND sequence_number > $2 AND sequence_number <= $3
        ORDER BY sequence_number LIMIT 5000
        """,
        [tree.size, size]
      )
      guard !rows.isEmpty else { return tree }
      for row in rows {
        var reader = RowReader(row)
        tree.append(try reader.next(Digest.self).bytes)
      }
    }
    return tree
  }
}

extension Records {
  /// Keeps a signed root of this area's audit. Only ever added.
  ///
  /// - Throws: `store.conflict` when there is one over as many entries, or it is another area's.
  public func add(_ signed: SignedAuditRoot) throws {
    guard signed.root.area == self.area.rawValue else {
      throw Fault(.storeConflict, "the root is of another area's audit", at: signed.root.area)
    }
    try self.insert(AuditRootRecord(signed))
  }
}
