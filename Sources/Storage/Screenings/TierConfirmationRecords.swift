// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Records {
  /// Keeps a named person's decision. It is an override exactly when the tier is not the proposed one.
  ///
  /// - Throws: `store.not-found` for an unknown screening; `store.changed-meanwhile` for a superseded one;
  ///   `store.conflict` without a name, with an override that has no reason, or a wrongly marked override.
  public func add(_ confirmation: TierConfirmationRecord) throws {
    guard let screening: ScreeningRecord = try self.find(key: [confirmation.screening]) else {
      throw Fault(.storeNotFound, "there is no such screening", at: confirmation.screening.rawValue)
    }
    let later = try self.number(
      "SELECT count(*) FROM screening WHERE area = $1 AND supersedes = $2",
      [screening.id]
    )
    guard later == 0 else {
      throw Fault(
        .storeChangedMeanwhile,
        "the screening has been superseded",
        at: screening.id.rawValue,
        maybe: "look at its successor and confirm that"
      )
    }
    guard confirmation.by.contains(where: { !$0.isWhitespace }) else {
      throw Fault(.storeConflict, "a tier is confirmed by a named person", at: confirmation.id.rawValue)
    }
    guard confirmation.isOverride == (confirmation.tier != screening.proposedTier) else {
      throw Fault(
        .storeConflict,
        "the tier is an override exactly when it differs from the proposed one",
        at: confirmation.id.rawValue
      )
    }
    guard !confirmation.isOverride || confirmation.reason?.contains(where: { !$0.isWhitespace }) == true
    else {
      throw Fault(
        .storeConflict,
        "a tier that differs from the proposed one needs a reason",
        at: confirmation.id.rawValue
      )
    }
    try self.insert(confirmation, about: [screening.child])
  }

  /// Every decision on a screening, the latest first; leaves a trace.
  public func confirmations(of screening: ScreeningID) throws -> [TierConfirmationRecord] {
    guard let subject: ScreeningRecord = try self.find(key: [screening]) else { return [] }
    let confirmations: [TierConfirmationRecord] = try self.list(
      "WHERE area = $1 AND screening = $2 ORDER BY made_at DESC, id DESC",
      [screening]
    )
    try self.auditView("tier_confirmation", screening.rawValue, of: [subject.child])
    return confirmations
  }

  /// The decision that counts; leaves a trace.
  public func confirmation(of screening: ScreeningID) throws -> TierConfirmationRecord? {
    try self.confirmations(of: screening).first
  }
}
