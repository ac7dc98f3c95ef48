// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A seat on the local inclusion partnership.
public struct PartnershipMemberRecord: Sendable, Hashable {
  public let id: MemberID
  /// The mandated role, such as `parent carer forum`.
  public var role: String
  public var organisation: String
  /// `nil` while the seat is empty.
  public var person: String?
  public var from: CivilDate?
  public var to: CivilDate?

  public init(
    id: MemberID,
    role: String,
    organisation: String,
    person: String? = nil,
    from: CivilDate? = nil,
    to: CivilDate? = nil
  ) {
    self.id = id
    self.role = role
    self.organisation = organisation
    self.person = person
    self.from = from
    self.to = to
  }
}

extension PartnershipMemberRecord: TableRow {
  static let table = TableShape(
    "partnership_member",
    key: 1,
    [
      "id", "role", "organisation", "person", "from_day", "to_day",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      role: try row.next(),
      organisation: try row.next(),
      person: try row.next(),
      from: try row.next(),
      to: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.role.column, self.organisation.column, self.person.column, self.from.column,
      self.to.column,
    ]
  }
}
