// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// What one person was offered for a rota, or all that was offered in one repair: the latest repair first,
  /// its alternatives by number.
  public func repairProposals(
    for held: RotaID? = nil,
    by person: String? = nil,
    repair: RepairID? = nil
  ) throws -> [RepairProposalRecord] {
    try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR held = $2)
        AND (CAST($3 AS text) IS NULL OR made_by = $3)
        AND (CAST($4 AS text) IS NULL OR repair = $4)
      ORDER BY made_at DESC, repair DESC, number
      """,
      [held, person, repair]
    )
  }

  /// Who accepted the repair that a rota came of; `nil` for a rota that came of a plan or an edit.
  public func repairAcceptance(of rota: RotaID) throws -> RepairAcceptanceRecord? { try self.find(key: [rota]) }
}

extension Records {
  /// Keeps what was offered, in place of what the same person was offered for the same rota before.
  ///
  /// - Throws: `store.conflict` for a number that stands twice or a rota that is not kept.
  public func put(_ proposals: [RepairProposalRecord]) throws {
    for key in Set(proposals.map { [$0.held.rawValue, $0.by] }) {
      try self.execute("DELETE FROM repair_proposal WHERE area = $1 AND held = $2 AND made_by = $3", key)
    }
    for proposal in proposals { try self.insert(proposal) }
  }

  /// - Throws: `store.conflict` when the rota has one already.
  public func add(_ acceptance: RepairAcceptanceRecord) throws { try self.insert(acceptance) }
}
