// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Vocabulary

/// A signed root as a row; its area is the row's.
struct AuditRootRecord: Hashable {
  let size: Int
  let root: Digest
  let head: Digest
  let at: Instant
  let keyName: String
  let keyID: String
  /// In Base64.
  let signature: String

  init(_ signed: SignedAuditRoot) {
    self.size = signed.root.size
    self.root = signed.root.root
    self.head = signed.root.head
    self.at = signed.root.at
    self.keyName = signed.keyName
    self.keyID = signed.keyID
    self.signature = Base64.text(signed.signature)
  }

  func signed(for area: AreaID) -> SignedAuditRoot {
    SignedAuditRoot(
      root: AuditRoot(area: area.rawValue, size: self.size, root: self.root, head: self.head, at: self.at),
      keyName: self.keyName, keyID: self.keyID, signature: Base64.bytes(self.signature) ?? [])
  }
}

extension AuditRootRecord: TableRow {
  static let table = TableShape(
    "audit_root",
    key: 1,
    [
      "size", "root", "head", "made_at", "key_name", "key_id", "signature",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.size = try row.next()
    self.root = try row.next()
    self.head = try row.next()
    self.at = try row.next()
    self.keyName = try row.next()
    self.keyID = try row.next()
    self.signature = try row.next()
  }

  var values: [SQLValue] {
    [
      self.size.column, self.root.column, self.head.column, self.at.column, self.keyName.column,
      self.keyID.column, self.signature.column,
    ]
  }
}
