// SPDX-License-Identifier: Apache-2.0

import InclusionPlans
import Testing
import Vocabulary

@Suite struct PlanChecks {
  private func findings(_ rule: String, _ plan: InclusionPlan) -> [PlanFinding] {
    PlanCheck.findings(in: plan, MadeUpPlan.context).filter { $0.rule == rule }
  }

  private func measure(_ asAt: CivilDate?) -> PlanMeasure {
    PlanMeasure(
      code: "M1",
      title: "Screened",
      baseline: MeasureValue(hundredths: 4500),
      baselineAsAt: asAt,
      due: MadeUpPlan.day,
      direction: .up
    )
  }

  private func plan(_ measures: [PlanMeasure]) throws -> InclusionPlan {
    var plan = try MadeUpPlan.plan()
    plan.priorities = [
      try PlanPriority(
        code: "P1",
        section: 4,
        aim: "Early help",
        leadPartner: "Council",
        outcomeStatement: "Fewer wait.",
        measures: measures
      )
    ]
    return plan
  }

  @Test func everyMandatedSeatNeedsAPersonToday() throws {
    var plan = try MadeUpPlan.plan()
    #expect(self.findings("plan.role-not-filled", plan).count == PartnershipRole.mandated.count)
    plan.members = MadeUpPlan.allSeats
    #expect(self.findings("plan.role-not-filled", plan).isEmpty)
    plan.members[0].to = MadeUpPlan.day.adding(days: -1)
    plan.members[1].person = nil
    #expect(self.findings("plan.role-not-filled", plan).count == 2)
  }

  @Test func aSectionNeedsTextOrEvidence() throws {
    var plan = try MadeUpPlan.plan()
    try plan.write("Vision", inSection: 1)
    try plan.write(" \n", inSection: 2)
    try plan.pull(
      MadeUpPlan.request("a"),
      id: EvidenceID("e"),
      by: "Lead",
      at: MadeUpPlan.instant,
      hashing: MadeUpPlan.hashing
    )
    #expect(self.findings("plan.section-empty", plan).map(\.section) == [2] + Array(4...12))
  }

  @Test(arguments: [(12, true), (13, false)])
  func aMeasureIsStaleAfterTheMonthsAllowed(_ months: Int, _ isFresh: Bool) throws {
    let plan = try self.plan([self.measure(MadeUpPlan.day.adding(months: -months))])
    #expect(self.findings("plan.measure-stale", plan).isEmpty == isFresh)
  }

  @Test func aMeasureWithoutAFigureIsStale() throws {
    #expect(try self.findings("plan.measure-stale", self.plan([self.measure(nil)])).count == 1)
  }

  @Test func aPriorityNeedsAMeasure() throws {
    #expect(try self.findings("plan.priority-unmeasured", self.plan([])).count == 1)
    #expect(try self.findings("plan.priority-unmeasured", self.plan([self.measure(MadeUpPlan.day)])).isEmpty)
  }

  @Test(arguments: [(0, 0), (1, 1)])
  func theSignOffMeetingHadEveryMandatedRole(_ missing: Int, _ expected: Int) throws {
    let plan = try MadeUpPlan.plan()
    let present = Array(PartnershipRole.mandated.dropLast(missing))
    let kept = try InclusionPlan(
      kept: plan.id,
      area: plan.area,
      title: plan.title,
      periodFrom: plan.periodFrom,
      periodTo: plan.periodTo,
      templateVersion: plan.templateVersion,
      status: .signedOff,
      signedOffOn: MadeUpPlan.day,
      signedOffBy: present,
      sections: plan.sections,
      priorities: [],
      members: [],
      meetings: [PartnershipMeeting(date: MadeUpPlan.day, present: present)],
      evidence: []
    )
    #expect(self.findings("plan.no-quorum", kept).count == expected)
  }

  @Test func changedEvidenceIsFound() throws {
    var plan = try MadeUpPlan.plan()
    try plan.pull(
      MadeUpPlan.request("red 10"),
      id: EvidenceID("e"),
      by: "Lead",
      at: MadeUpPlan.instant,
      hashing: MadeUpPlan.hashing
    )
    #expect(self.findings("plan.evidence-changed", plan).isEmpty)
    let true10 = plan.evidence[0]
    let forged = PlanEvidence(
      id: true10.id,
      kind: true10.kind,
      title: true10.title,
      content: "red 15",
      sha256: true10.sha256,
      pulledBy: true10.pulledBy,
      pulledAt: true10.pulledAt,
      section: true10.section,
      supersedes: nil,
      acceptedBy: "Lead"
    )
    let kept = try InclusionPlan(
      kept: plan.id,
      area: plan.area,
      title: plan.title,
      periodFrom: plan.periodFrom,
      periodTo: plan.periodTo,
      templateVersion: plan.templateVersion,
      status: .draft,
      signedOffOn: nil,
      signedOffBy: [],
      sections: plan.sections,
      priorities: [],
      members: [],
      meetings: [],
      evidence: [forged]
    )
    #expect(self.findings("plan.evidence-changed", kept).map(\.section) == [3])
  }

  @Test func everyRuleHasANameOfItsOwn() {
    #expect(PlanCheck.ruleNames.count == 7)
    #expect(Set(PlanCheck.ruleNames).count == 7)
  }
}
