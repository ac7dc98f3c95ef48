// SPDX-License-Identifier: Apache-2.0

import Scheduling
public import Storage
public import Vocabulary

/// Writes down what a named person decided on each proposal. Every decision names its tier: there is no way
/// to confirm a list unseen. A tier other than the proposed one needs a reason.
public enum ConfirmTiers: RecordOperation {
  public struct Decision: Sendable {
    public let screening: ScreeningID
    public let tier: String
    public let reason: String?

    public init(screening: ScreeningID, tier: String, reason: String? = nil) {
      self.screening = screening
      self.tier = tier
      self.reason = reason
    }
  }

  public struct Input: Sendable {
    public let decisions: [Decision]

    public init(decisions: [Decision]) { self.decisions = decisions }
  }

  public struct Output: Sendable, Encodable {
    public let confirmed: Int
    /// Of those, the ones that differ from the proposal.
    public let overridden: Int
    /// Decided the same way before.
    public let unchanged: Int
  }

  public static let name = "screening.confirm"
  public static let roles = Set<Role>.deciding
  public static let isSmall = true

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Output {
    let (tiers, person) = (practice.pathway.tiers, records.principal)
    var (confirmed, overridden, unchanged) = (0, 0, 0)
    for decision in input.decisions {
      guard tiers.contains(decision.tier) else {
        throw Fault(
          .screeningUnknownTier, "'\(decision.tier)' is not a tier of the pathway",
          at: "screening \(decision.screening)", maybe: "use one of: \(tiers.joined(separator: ", "))")
      }
      guard let screening = try records.screening(decision.screening) else {
        throw Fault.noScreening(decision.screening)
      }
      if let known = try records.confirmation(of: screening.id), known.tier == decision.tier,
        known.by == person.name, try records.successor(of: screening.id) == nil
      {
        unchanged += 1
        continue
      }
      let isOverride = decision.tier != screening.proposedTier
      try records.add(
        TierConfirmationRecord(
          id: ConfirmationID(practice.newID()), screening: screening.id, tier: decision.tier,
          by: person.name, role: person.role, isOverride: isOverride, reason: decision.reason,
          at: records.now))
      confirmed += 1
      overridden += isOverride ? 1 : 0
    }
    return Output(confirmed: confirmed, overridden: overridden, unchanged: unchanged)
  }
}

extension Fault.Code {
  public static let screeningUnknownTier = Fault.Code("screening.unknown-tier", .badInput)
}
