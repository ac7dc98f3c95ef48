// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// Entries that touch any day from `first` to `last` (all when `nil`), by first day and id. With a
  /// setting: those of the whole area and its own.
  public func calendar(
    from first: CivilDate? = nil,
    to last: CivilDate? = nil,
    at setting: SettingID? = nil
  ) throws -> [CalendarEntryRecord] {
    try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR to_day >= $2)
        AND (CAST($3 AS text) IS NULL OR from_day <= $3)
        AND (CAST($4 AS text) IS NULL OR setting IS NULL OR setting = $4)
      ORDER BY from_day, id
      """,
      [first, last, setting]
    )
  }
}

extension Records {
  @discardableResult
  public func put(_ entry: CalendarEntryRecord) throws -> Change { try self.upsert(entry) }

  /// One change an entry, in the same order.
  @discardableResult
  public func put(_ entries: [CalendarEntryRecord]) throws -> [Change] {
    try entries.map { try self.upsert($0) }
  }

  /// - Throws: `store.not-found`.
  public func removeCalendarEntry(_ id: String) throws {
    try self.remove(
      CalendarEntryRecord.self,
      "DELETE FROM calendar_entry WHERE area = $1 AND id = $2",
      [id]
    )
  }
}
