// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func evidence(_ id: EvidenceID) throws -> EvidenceRecord? { try self.find(key: [id]) }

  /// A plan's evidence by section, oldest first; `currentOnly` leaves out superseded snapshots.
  public func evidence(
    of plan: PlanID,
    section: Int? = nil,
    currentOnly: Bool = true
  ) throws -> [EvidenceRecord] {
    try self.list(
      """
      WHERE area = $1 AND plan = $2 AND (CAST($3 AS bigint) IS NULL OR section = $3)
        AND (CAST($4 AS bigint) = 0 OR NOT EXISTS (
          SELECT 1 FROM evidence AS later
          WHERE later.area = evidence.area AND later.supersedes = evidence.id))
      ORDER BY section, pulled_at, id
      """,
      [plan, section, currentOnly]
    )
  }
}

extension Records {
  /// Freezes a snapshot. One that supersedes another belongs to the same plan and section, and names who
  /// accepted the difference.
  ///
  /// - Throws: `store.conflict` when the hash is not the content's; `store.changed-meanwhile` when the
  ///   superseded snapshot has already been superseded; `store.not-found` when it is not kept.
  public func add(_ evidence: EvidenceRecord) throws {
    guard evidence.sha256 == self.hash(Array(evidence.content.utf8)) else {
      throw Fault(.storeConflict, "the evidence's hash is not its content's", at: evidence.id.rawValue)
    }
    if let earlier = evidence.supersedes {
      guard let superseded = try self.evidence(earlier) else {
        throw Fault(.storeNotFound, "the evidence to supersede is not kept", at: earlier.rawValue)
      }
      guard superseded.plan == evidence.plan, superseded.section == evidence.section else {
        throw Fault(.storeConflict, "the evidence to supersede stands elsewhere", at: earlier.rawValue)
      }
      let others = try self.number(
        "SELECT count(*) FROM evidence WHERE area = $1 AND supersedes = $2",
        [earlier]
      )
      guard others == 0 else {
        throw Fault(.storeChangedMeanwhile, "the evidence has already been superseded", at: earlier.rawValue)
      }
    }
    try self.insert(evidence)
  }
}
