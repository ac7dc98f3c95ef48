// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Storage
import Vocabulary

/// One erasure of a ledger file: JSON, an erasure a line.
struct ErasureLine: Codable {
  let area: String
  let child: String
  let reason: String
  let askedBy: String
  let approvedBy: String
  let dueOn: CivilDate
  let earlyReason: String?
  let auditSize: Int
  let auditHash: Digest
  let at: Instant

  init(_ erasure: ErasureRecord, area: AreaID) {
    self.area = area.rawValue
    self.child = erasure.child.rawValue
    self.reason = erasure.reason
    self.askedBy = erasure.askedBy
    self.approvedBy = erasure.approvedBy
    self.dueOn = erasure.dueOn
    self.earlyReason = erasure.earlyReason
    self.auditSize = erasure.audit.sequence
    self.auditHash = erasure.audit.hash
    self.at = erasure.at
  }

  var record: ErasureRecord {
    ErasureRecord(
      child: ChildID(self.child), reason: self.reason, askedBy: self.askedBy, approvedBy: self.approvedBy,
      dueOn: self.dueOn, earlyReason: self.earlyReason,
      audit: AuditHead(sequence: self.auditSize, hash: self.auditHash), at: self.at)
  }

  /// The lines of a ledger file.
  ///
  /// - Throws: `erasure.malformed-ledger` with the line.
  static func read(_ path: String) throws -> [ErasureLine] {
    let lines = try Disk.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    return try lines.enumerated().compactMap { index, line in
      guard !line.isEmpty else { return nil }
      do {
        return try JSONDecoder().decode(ErasureLine.self, from: Data(line.utf8))
      } catch {
        throw Fault(
          .erasureMalformedLedger, "the line is not an erasure", at: "\(path):\(index + 1)",
          maybe: "use the file just as --ledger-out wrote it", cause: error)
      }
    }
  }
}

extension Fault.Code {
  static let erasureMalformedLedger = Fault.Code("erasure.malformed-ledger", .badInput)
}
