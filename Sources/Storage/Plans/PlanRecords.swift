// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func plan(_ id: PlanID) throws -> PlanRecord? { try self.find(key: [id]) }

  /// Plans, the latest period first.
  public func plans() throws -> [PlanRecord] {
    try self.list("WHERE area = $1 ORDER BY period_from DESC, id")
  }

  /// A plan's sections by number.
  public func sections(of plan: PlanID) throws -> [PlanSectionRecord] {
    try self.list("WHERE area = $1 AND plan = $2 ORDER BY section_number", [plan])
  }

  /// A plan's priorities by section and id.
  public func priorities(of plan: PlanID, section: Int? = nil) throws -> [PlanPriorityRecord] {
    try self.list(
      "WHERE area = $1 AND plan = $2 AND (CAST($3 AS bigint) IS NULL OR section = $3) ORDER BY section, id",
      [plan, section]
    )
  }

  /// A plan's measures by priority and code.
  public func measures(of plan: PlanID) throws -> [PlanMeasureRecord] {
    try self.list(
      """
      WHERE area = $1 AND EXISTS (
        SELECT 1 FROM plan_priority
        WHERE plan_priority.area = plan_measure.area AND plan_priority.id = plan_measure.priority
          AND plan_priority.plan = $2)
      ORDER BY priority, code
      """,
      [plan]
    )
  }

  /// Every seat, by role, organisation and id.
  public func partnershipMembers() throws -> [PartnershipMemberRecord] {
    try self.list("WHERE area = $1 ORDER BY role, organisation, id")
  }

  /// Meetings by date.
  public func partnershipMeetings() throws -> [PartnershipMeetingRecord] {
    try self.list("WHERE area = $1 ORDER BY held_on, id")
  }
}

extension Records {
  public func add(_ plan: PlanRecord, sections: [PlanSectionRecord] = []) throws {
    try self.insert(plan)
    for section in sections { try self.insert(section) }
  }

  @discardableResult
  public func put(_ plan: PlanRecord) throws -> Change { try self.upsert(plan) }

  @discardableResult
  public func put(_ section: PlanSectionRecord) throws -> Change { try self.upsert(section) }

  @discardableResult
  public func put(_ priority: PlanPriorityRecord) throws -> Change { try self.upsert(priority) }

  @discardableResult
  public func put(_ measure: PlanMeasureRecord) throws -> Change { try self.upsert(measure) }

  @discardableResult
  public func put(_ member: PartnershipMemberRecord) throws -> Change { try self.upsert(member) }

  @discardableResult
  public func put(_ meeting: PartnershipMeetingRecord) throws -> Change { try self.upsert(meeting) }
}
