// SPDX-License-Identifier: Apache-2.0

import InclusionPlans
import Storage
import Vocabulary

extension Reading {
  /// The plan with all its parts as one value.
  ///
  /// - Throws: `record.not-found`.
  func inclusionPlan(_ id: PlanID) throws -> InclusionPlan {
    guard let plan = try self.plan(id) else {
      throw Fault(.notFound, "there is no such plan", at: "plan \(id)", maybe: "see 'elsec plan list'")
    }
    let area = try self.areaFacts()
    let measures = Dictionary(grouping: try self.measures(of: id), by: \.priority)
    let roles = { (names: [String]) in names.compactMap(PartnershipRole.init(rawValue:)) }
    return try InclusionPlan(
      kept: id,
      area: InclusionPlan.Area(
        name: area.name, laCode: area.localAuthority, gss: self.area.rawValue, isMadeUp: area.isMadeUp),
      title: plan.title, periodFrom: plan.periodFrom, periodTo: plan.periodTo,
      templateVersion: plan.templateVersion, status: plan.status.domain, signedOffOn: plan.signedOffOn,
      signedOffBy: roles(plan.signedOffBy),
      sections: try self.sections(of: id).map { try PlanSection(code: $0.number, text: $0.text) },
      priorities: try self.priorities(of: id).map { priority in
        try PlanPriority(
          code: priority.id.rawValue, section: priority.section, aim: priority.aim,
          leadPartner: priority.leadPartner, outcomeStatement: priority.outcome,
          measures: (measures[priority.id] ?? []).compactMap(\.domain))
      },
      members: try self.partnershipMembers().compactMap { member in
        PartnershipRole(rawValue: member.role).map {
          PartnershipMember(
            role: $0, organisation: member.organisation, person: member.person,
            from: member.from ?? plan.periodFrom, to: member.to)
        }
      },
      meetings: try self.partnershipMeetings().map {
        PartnershipMeeting(date: $0.date, present: roles($0.present), decisions: $0.decisions)
      },
      evidence: try self.evidence(of: id, currentOnly: false).map(\.domain).sorted {
        ($0.pulledAt, $0.id) < ($1.pulledAt, $1.id)
      })
  }
}

extension Storage.PlanStatus {
  var domain: InclusionPlans.PlanStatus {
    switch self {
    case .draft: .draft
    case .consulting: .consulting
    case .submitted: .submitted
    case .signedOff: .signedOff
    case .superseded: .superseded
    }
  }
}

extension PlanMeasureRecord {
  /// `nil` without a date by which it is due: such a measure can't be judged.
  var domain: PlanMeasure? {
    guard let due = self.due else { return nil }
    return PlanMeasure(
      code: self.code, title: self.code, baseline: self.baseline.flatMap { MeasureValue($0) },
      baselineAsAt: self.baselineAsAt, target: self.target.flatMap { MeasureValue($0) }, due: due,
      direction: self.direction == .up ? .up : .down)
  }
}

extension EvidenceRecord {
  var domain: PlanEvidence {
    PlanEvidence(
      id: self.id, kind: self.kind.domain, title: self.title, content: self.content, sha256: self.sha256,
      pulledBy: self.pulledBy, pulledAt: self.pulledAt, section: self.section, supersedes: self.supersedes,
      acceptedBy: self.acceptedBy ?? (self.supersedes == nil ? self.pulledBy : nil))
  }
}

extension Storage.EvidenceKind {
  var domain: InclusionPlans.EvidenceKind {
    switch self {
    case .elsecCohort: .elsecCohort
    case .elsecRota: .elsecRota
    case .dashboard: .dashboard
    case .document: .document
    }
  }
}
