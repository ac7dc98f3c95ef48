// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func pin(of visit: VisitID) throws -> VisitPinRecord? { try self.find(key: [visit]) }

  /// What is fixed of the visits of a week that are not cancelled, by visit.
  public func pins(in week: SchoolWeek) throws -> [VisitPinRecord] {
    try self.list(
      """
      WHERE area = $1 AND EXISTS (
        SELECT 1 FROM demand_visit
        WHERE demand_visit.area = visit_pin.area AND demand_visit.id = visit_pin.visit
          AND demand_visit.week = $2 AND demand_visit.cancelled_at IS NULL)
      ORDER BY visit
      """,
      [week]
    )
  }
}

extension Records {
  @discardableResult
  public func put(_ pin: VisitPinRecord) throws -> Change { try self.upsert(pin) }

  /// - Throws: `store.not-found`.
  public func removePin(of visit: VisitID) throws {
    try self.remove(VisitPinRecord.self, "DELETE FROM visit_pin WHERE area = $1 AND visit = $2", [visit])
  }
}
