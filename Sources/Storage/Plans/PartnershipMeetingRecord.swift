// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A meeting of the partnership.
public struct PartnershipMeetingRecord: Sendable, Hashable {
  public let id: MeetingID
  public var date: CivilDate
  /// Roles.
  public var present: [String]
  public var decisions: [String]

  public init(
    id: MeetingID,
    date: CivilDate,
    present: [String] = [],
    decisions: [String] = []
  ) {
    self.id = id
    self.date = date
    self.present = present
    self.decisions = decisions
  }
}

extension PartnershipMeetingRecord: TableRow {
  static let table = TableShape(
    "partnership_meeting",
    key: 1,
    [
      "id", "held_on", "present_roles", "decisions",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      date: try row.next(),
      present: try row.next(),
      decisions: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.date.column, self.present.column, self.decisions.column,
    ]
  }
}
