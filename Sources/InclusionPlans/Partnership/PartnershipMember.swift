// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Who holds a seat on the partnership, and when.
public struct PartnershipMember: Hashable, Sendable, Codable {
  public let role: PartnershipRole
  public var organisation: String
  /// The person, when the seat is filled.
  public var person: String?
  public var from: CivilDate
  /// Last day; `nil` is until further notice.
  public var to: CivilDate?

  public init(
    role: PartnershipRole,
    organisation: String,
    person: String? = nil,
    from: CivilDate,
    to: CivilDate? = nil
  ) {
    self.role = role
    self.organisation = organisation
    self.person = person
    self.from = from
    self.to = to
  }

  /// Whether a named person holds the seat on a day.
  public func holdsSeat(on day: CivilDate) -> Bool {
    self.person != nil && self.from <= day && self.to.map { day <= $0 } ?? true
  }
}
