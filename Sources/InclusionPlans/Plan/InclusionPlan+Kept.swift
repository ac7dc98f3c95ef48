// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension InclusionPlan {
  /// A plan as read back from where it is kept; see ``init(id:area:title:periodFrom:periodTo:templateVersion:)``
  /// for a new one.
  ///
  /// - Throws: as for a new plan, and `plan.no-section`.
  public init(
    kept id: PlanID,
    area: Area,
    title: String,
    periodFrom: CivilDate,
    periodTo: CivilDate,
    templateVersion: String,
    status: PlanStatus,
    signedOffOn: CivilDate?,
    signedOffBy: [PartnershipRole],
    sections: [PlanSection],
    priorities: [PlanPriority],
    members: [PartnershipMember],
    meetings: [PartnershipMeeting],
    evidence: [PlanEvidence]
  ) throws {
    try self.init(
      id: id,
      area: area,
      title: title,
      periodFrom: periodFrom,
      periodTo: periodTo,
      templateVersion: templateVersion
    )
    for section in sections { try self.write(section.text, inSection: section.code) }
    self.priorities = priorities
    self.members = members
    self.meetings = meetings
    self.evidence = evidence
    self.restore(status, signedOffOn, signedOffBy)
  }
}
