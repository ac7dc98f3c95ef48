// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func staff(_ id: StaffID) throws -> StaffRecord? { try self.find(key: [id]) }

  /// Everyone by id; `on` leaves out those whose last day of work is before it.
  public func staff(on day: CivilDate? = nil) throws -> [StaffRecord] {
    try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR left_on IS NULL OR left_on >= $2) ORDER BY id
      """,
      [day]
    )
  }

  public func absence(_ id: AbsenceID) throws -> StaffAbsenceRecord? { try self.find(key: [id]) }

  /// Absences that touch any day from `first` to `last`, by first day and id.
  public func absences(
    from first: CivilDate,
    to last: CivilDate,
    staff: StaffID? = nil
  ) throws -> [StaffAbsenceRecord] {
    try self.list(
      """
      WHERE area = $1 AND to_day >= $2 AND from_day <= $3 AND (CAST($4 AS text) IS NULL OR staff = $4)
      ORDER BY from_day, id
      """,
      [first, last, staff]
    )
  }
}

extension Records {
  public func add(_ staff: StaffRecord) throws { try self.insert(staff) }

  @discardableResult
  public func put(_ staff: StaffRecord) throws -> Change { try self.upsert(staff) }

  /// One change a person, in the same order.
  @discardableResult
  public func put(_ staff: [StaffRecord]) throws -> [Change] { try staff.map { try self.upsert($0) } }

  public func add(_ absence: StaffAbsenceRecord) throws { try self.insert(absence) }

  @discardableResult
  public func put(_ absence: StaffAbsenceRecord) throws -> Change { try self.upsert(absence) }

  /// - Throws: `store.not-found`.
  public func remove(_ id: AbsenceID) throws {
    try self.remove(StaffAbsenceRecord.self, "DELETE FROM staff_absence WHERE area = $1 AND id = $2", [id])
  }
}
