// SPDX-License-Identifier: Apache-2.0

public import InclusionPlans
public import Storage
public import Vocabulary

/// Fills a seat of the local inclusion partnership.
public enum PutPartner: RecordOperation {
  public struct Input: Sendable {
    public let role: PartnershipRole
    public let organisation: String
    public let person: String?
    public let from: CivilDate

    public init(role: PartnershipRole, organisation: String, person: String?, from: CivilDate) {
      self.role = role
      self.organisation = organisation
      self.person = person
      self.from = from
    }
  }

  public static let name = "plan.partner"
  public static let roles = Set<Role>.planning

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Change {
    try records.put(
      PartnershipMemberRecord(
        id: MemberID("\(input.role.rawValue).\(input.organisation)"), role: input.role.rawValue,
        organisation: input.organisation, person: input.person, from: input.from))
  }
}
