// SPDX-License-Identifier: Apache-2.0

import InclusionPlans
import Testing
import Vocabulary

@Suite struct PlanStatuses {
  @Test(arguments: [
    (PlanStatus.draft, [PlanStatus.consulting]), (.consulting, [.draft, .submitted]),
    (.submitted, [.draft, .signedOff]), (.signedOff, [.superseded]), (.superseded, []),
  ])
  func onlyTheseStatusesMayComeNext(_ status: PlanStatus, _ next: [PlanStatus]) {
    #expect(status.next == next)
  }

  @Test func aPlanIsNotSignedOffWithoutAMeeting() throws {
    var plan = try MadeUpPlan.plan()
    try plan.move(to: .consulting)
    try plan.move(to: .submitted)
    let fault = #expect(throws: Fault.self) { try plan.move(to: .signedOff) }
    #expect(fault?.code == .planTransition)
    #expect(fault?.hint == "the next status may be: draft, signed off (by a meeting)")
  }

  @Test func aMeetingWithoutAMandatedRoleSignsNothingOff() throws {
    var plan = try MadeUpPlan.plan()
    try plan.move(to: .consulting)
    try plan.move(to: .submitted)
    let present = PartnershipRole.mandated.filter { $0 != .parentCarerForum }
    let fault = #expect(throws: Fault.self) {
      try plan.signOff(at: PartnershipMeeting(date: MadeUpPlan.day, present: present))
    }
    #expect(fault?.message.contains("Parent carer forum") == true)
    #expect(plan.status == .submitted)
  }

  @Test func aPlanHasTwelveSectionsAndNoThirteenth() throws {
    var plan = try MadeUpPlan.plan()
    #expect(plan.sections.map(\.code) == Array(1...12))
    #expect(PlanSection.headings.count == 12)
    for code in [0, 13] {
      let fault = #expect(throws: Fault.self) { try plan.write("text", inSection: code) }
      #expect(fault?.code == .planSection)
    }
  }

  @Test func aPeriodEndsAfterItStarts() {
    let fault = #expect(throws: Fault.self) {
      try InclusionPlan(
        id: PlanID("p"),
        area: MadeUpPlan.area,
        title: "t",
        periodFrom: MadeUpPlan.day,
        periodTo: MadeUpPlan.day
      )
    }
    #expect(fault?.code == .planMalformed)
  }

  @Test(arguments: [("45", "45"), ("45.5", "45.5"), ("-0.25", "-0.25"), ("7.05", "7.05"), ("3.10", "3.1")])
  func aFigureIsReadAndPrintedExactly(_ text: String, _ printed: String) {
    #expect(MeasureValue(text)?.description == printed)
  }

  @Test(arguments: ["", "-", ".5", "1.", "1.234", "1,5", "x"])
  func whatIsNoFigureIsNotRead(_ text: String) {
    #expect(MeasureValue(text) == nil)
  }

  @Test func aPlanReadBackIsThePlanThatWasKept() throws {
    var plan = try MadeUpPlan.plan()
    try plan.write("Vision", inSection: 1)
    plan.members = MadeUpPlan.allSeats
    try plan.move(to: .consulting)
    try plan.move(to: .submitted)
    try plan.signOff(at: PartnershipMeeting(date: MadeUpPlan.day, present: PartnershipRole.mandated))
    let kept = try InclusionPlan(
      kept: plan.id,
      area: plan.area,
      title: plan.title,
      periodFrom: plan.periodFrom,
      periodTo: plan.periodTo,
      templateVersion: plan.templateVersion,
      status: plan.status,
      signedOffOn: plan.signedOffOn,
      signedOffBy: plan.signedOffBy,
      sections: plan.sections,
      priorities: plan.priorities,
      members: plan.members,
      meetings: plan.meetings,
      evidence: plan.evidence
    )
    #expect(kept == plan)
  }
}
