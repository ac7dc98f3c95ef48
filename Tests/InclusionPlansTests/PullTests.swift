// SPDX-License-Identifier: Apache-2.0

import InclusionPlans
import Testing
import Vocabulary

@Suite struct Pulling {
  @Test func aFirstPullFreezesAHashedAcceptedSnapshot() throws {
    var plan = try MadeUpPlan.plan()
    let pull = try plan.pull(
      MadeUpPlan.request("a\nb\n"),
      id: EvidenceID("e1"),
      by: "Lead",
      at: MadeUpPlan.instant,
      hashing: MadeUpPlan.hashing
    )
    #expect(pull.isNew && pull.difference == nil)
    #expect(pull.evidence.sha256 == MadeUpPlan.hashing(Array("a\nb\n".utf8)))
    #expect(pull.evidence.acceptedBy == "Lead")
    #expect(plan.currentEvidence == [pull.evidence])
  }

  @Test func pullingTheSameAgainAddsNothing() throws {
    var plan = try MadeUpPlan.plan()
    for id in ["e1", "e2"] {
      try plan.pull(
        MadeUpPlan.request("a\n"),
        id: EvidenceID(id),
        by: "Lead",
        at: MadeUpPlan.instant,
        hashing: MadeUpPlan.hashing
      )
    }
    #expect(plan.evidence.map(\.id.rawValue) == ["e1"])
  }

  @Test func aLaterPullShowsTheDifferenceAndStandsOnlyOnceAccepted() throws {
    var plan = try MadeUpPlan.plan()
    try plan.pull(
      MadeUpPlan.request("head\nred 10\n"),
      id: EvidenceID("e1"),
      by: "Lead",
      at: MadeUpPlan.instant,
      hashing: MadeUpPlan.hashing
    )
    let pull = try plan.pull(
      MadeUpPlan.request("head\nred 15\n"),
      id: EvidenceID("e2"),
      by: "Lead",
      at: MadeUpPlan.instant,
      hashing: MadeUpPlan.hashing
    )
    #expect(pull.difference?.text == "- red 10\n+ red 15")
    #expect(pull.evidence.supersedes == EvidenceID("e1"))
    #expect(plan.currentEvidence.map(\.id.rawValue) == ["e1"])
    #expect(PlanCheck.findings(in: plan, MadeUpPlan.context).contains { $0.rule == "plan.evidence-waiting" })
    try plan.accept(EvidenceID("e2"), by: "Chair")
    #expect(plan.currentEvidence.map(\.id.rawValue) == ["e2"])
    #expect(plan.evidence.count == 2)
    #expect(!PlanCheck.findings(in: plan, MadeUpPlan.context).contains { $0.rule == "plan.evidence-waiting" })
  }

  @Test func evidenceIsAcceptedOnceAndNeverBehindNewerFigures() throws {
    var plan = try MadeUpPlan.plan()
    for (id, content) in [("e1", "1"), ("e2", "2"), ("e3", "3")] {
      try plan.pull(
        MadeUpPlan.request(content),
        id: EvidenceID(id),
        by: "Lead",
        at: MadeUpPlan.instant,
        hashing: MadeUpPlan.hashing
      )
    }
    try plan.accept(EvidenceID("e3"), by: "Chair")
    for id in ["e1", "e2", "e3", "none"] {
      let fault = #expect(throws: Fault.self) { try plan.accept(EvidenceID(id), by: "Chair") }
      #expect(fault?.code == .planEvidence)
    }
  }

  @Test func aSignedOffPlanTakesNoMoreEvidence() throws {
    var plan = try MadeUpPlan.plan()
    try plan.move(to: .consulting)
    try plan.move(to: .submitted)
    try plan.signOff(at: PartnershipMeeting(date: MadeUpPlan.day, present: PartnershipRole.mandated))
    let request = try MadeUpPlan.request("a")
    let fault = #expect(throws: Fault.self) {
      try plan.pull(
        request,
        id: EvidenceID("e"),
        by: "Lead",
        at: MadeUpPlan.instant,
        hashing: MadeUpPlan.hashing
      )
    }
    #expect(fault?.code == .planTransition)
  }
}
