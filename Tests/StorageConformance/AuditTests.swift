// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

private func holds(_ condition: Bool) { #expect(condition) }

/// Everything that writes, and everything that shows a child, leaves its trace.
@Suite struct AuditTests {
  struct Deed: Sendable, CustomTestStringConvertible {
    let name: String
    let traces: [String]
    let subjects: Set<String>
    let act: @Sendable (Records) throws -> Void

    var testDescription: String { self.name }

    init(
      _ name: String,
      _ traces: [String],
      about subjects: Set<String> = [],
      _ act: @escaping @Sendable (Records) throws -> Void
    ) {
      self.name = name
      self.traces = traces
      self.subjects = subjects
      self.act = act
    }
  }

  static let deeds: [Deed] = [
    Deed("rename the area", ["change area"]) { try $0.put(AreaRecord(id: "E06000020", name: "Telford")) },
    Deed("the same area again", []) { try $0.put(.telford) },
    Deed("add a setting", ["add setting"]) { try $0.add(SettingRecord(id: "1", kind: .school, name: "A")) },
    Deed("a setting unchanged", []) { try $0.put(SettingRecord.oak) },
    Deed("change staff", ["change staff"]) {
      try $0.put(StaffRecord(id: "p1", name: "P", role: "therapist"))
    },
    Deed("add an absence", ["add staff_absence"]) {
      try $0.add(StaffAbsenceRecord(id: "a1", staff: "p1", from: date("2026-12-01"), to: date("2026-12-01")))
    },
    Deed("remove an absence", ["add staff_absence", "remove staff_absence"]) {
      try $0.add(StaffAbsenceRecord(id: "a1", staff: "p1", from: date("2026-12-01"), to: date("2026-12-01")))
      try $0.remove("a1")
    },
    Deed("add a child", ["add child"], about: ["c9"]) {
      try $0.add(ChildRecord(id: "c9", givenName: "N", familyName: "N", birthDate: date("2021-01-01")))
    },
    Deed("show a child", ["view child"], about: ["c1"]) { holds(try $0.child("c1") != nil) },
    Deed("show nobody", []) { holds(try $0.child("c0") == nil) },
    Deed("list children", ["view child"], about: ["c1", "c2"]) {
      holds(try $0.children(at: "123456").count == 2)
    },
    Deed("list a cohort's children", ["view child"], about: ["c1", "c2"]) {
      holds(try $0.children(in: "k1").count == 2)
    },
    Deed("look for a match", ["view child"], about: ["c2"]) {
      holds(try $0.children(born: date("2021-02-28")).count == 1)
    },
    Deed("set and show an identifier", ["add child_identifier", "view child_identifier"], about: ["c1"]) {
      try $0.put(ChildIdentifierRecord(child: "c1", scheme: .upn, value: "B801200005001", purpose: "census"))
      holds(try $0.identifiers(of: "c1").count == 1)
    },
    Deed("add a cohort", ["add cohort"]) {
      try $0.add(
        CohortRecord(
          id: "k2",
          setting: "123456",
          academicYear: AcademicYear(of: date("2026-10-01")),
          term: .spring,
          yearGroup: .reception
        )
      )
    },
    Deed("place a child again", []) { holds(try $0.place(["c1"], in: "k1").isEmpty) },
    Deed("withdraw a child", ["remove cohort_child"], about: ["c1"]) { try $0.withdraw(["c1"], from: "k1") },
    Deed("show members", ["view cohort_child"], about: ["c1", "c2"]) {
      holds(try $0.members(of: "k1") == ["c1", "c2"])
    },
    Deed("show a child's cohorts", ["view cohort"], about: ["c1"]) {
      holds(try $0.cohorts(of: "c1").count == 1)
    },
    Deed("type an answer", ["add entry", "add entry_event"], about: ["c1"]) {
      try $0.add(EntryRecord.sitting)
      try $0.append(.answer, item: "U1", code: "1", to: "e1")
    },
    Deed("abandon a sitting", ["add entry", "change entry"], about: ["c1"]) {
      try $0.add(EntryRecord.sitting)
      try $0.abandon("e1")
    },
    Deed("show sittings", ["add entry", "view entry", "view entry", "view entry_event"], about: ["c1"]) {
      try $0.add(EntryRecord.sitting)
      _ = (try $0.entry("e1"), try $0.entries(), try $0.events(of: "e1"))
    },
    Deed(
      "screen, amend, confirm",
      ["add screening", "add screening", "add tier_confirmation"],
      about: ["c1"]
    ) {
      try $0.add(.first)
      try $0.add(.amended("s2", "s1"))
      try $0.add(
        TierConfirmationRecord(
          id: "t1",
          screening: "s2",
          tier: "universal",
          by: "T",
          role: .therapist,
          isOverride: false,
          at: moment
        )
      )
    },
    Deed(
      "show screenings",
      ["add screening", "view screening", "view screening", "view screening", "view tier_confirmation"],
      about: ["c1"]
    ) {
      try $0.add(.first)
      _ = (
        try $0.screening("s1"), try $0.screenings(), try $0.decidedScreenings(),
        try $0.confirmations(of: "s1")
      )
    },
    Deed("ask for a visit", ["add demand_visit", "change demand_visit_child"], about: ["c2"]) {
      let visit = DemandVisitRecord(
        id: "v2",
        setting: "123456",
        week: isoWeek("2026-W49"),
        kind: "g",
        minutes: 5
      )
      try $0.put(visit, for: ["c2"])
    },
    Deed("the same visit again", []) { try $0.put(.group, for: ["c2", "c1"]) },
    Deed("cancel a visit", ["cancel demand_visit"], about: ["c1", "c2"]) {
      try $0.cancel("v1", reason: "school trip")
    },
    Deed("show a visit's children", ["view demand_visit_child"], about: ["c1", "c2"]) {
      holds(try $0.children(of: "v1").count == 2)
    },
    Deed("show the children of several visits", ["view demand_visit_child"], about: ["c1", "c2"]) {
      holds(try $0.children(of: ["v1", "v9"]) == ["v1": ["c1", "c2"]])
    },
    Deed("show the children of no visit", []) { holds(try $0.children(of: Set<VisitID>()).isEmpty) },
    Deed("publish a rota", ["add rota", "publish rota"]) {
      try $0.add(.draft("r1"), assignments: [.first(of: "r1")])
      try $0.publish("r1", replacing: nil)
    },
    Deed("mark a visit done", ["add visit_done", "view visit_attendance"], about: ["c1"]) {
      try $0.add(
        VisitDoneRecord(id: "d1", rota: nil, visit: "v1", outcome: .missed, by: "P", at: moment),
        attended: ["c1"]
      )
      holds(try $0.attendance(of: "d1") == ["c1"])
    },
    Deed("pull evidence", ["add evidence"]) { try $0.add(EvidenceRecord.snapshot("ev1")) },
    Deed("write a plan", ["change plan_section", "add plan_priority", "add plan_measure"]) {
      try $0.put(PlanSectionRecord(plan: "plan1", number: 1, heading: "Vision", text: "…"))
      try $0.put(PlanPriorityRecord(id: "pr1", plan: "plan1", section: 1, aim: "a"))
      try $0.put(PlanMeasureRecord(id: "m1", priority: "pr1", code: "M", direction: .up))
    },
    Deed("import a calendar and a matrix", ["add calendar_entry", "add travel_minutes"]) {
      try $0.put(
        [CalendarEntryRecord(id: "x", kind: .inset, from: date("2026-12-01"), to: date("2026-12-01"))])
      try $0.put([
        TravelMinutesRecord(origin: "a", destination: "b", minutes: 1),
        TravelMinutesRecord(origin: "b", destination: "a", minutes: 2),
      ])
    },
    Deed("add and revoke an account", ["add account", "revoke account"]) {
      try $0.add(AccountRecord(name: "Pat", role: .practitioner, tokenHash: definition, addedAt: moment))
      try $0.revoke("Pat")
    },
    Deed("remember an answer", ["add idempotency_key"]) {
      try $0.remember("{}", forKey: "key", params: definition)
    },
    Deed("show what children were down for", ["view demand_visit_child"], about: ["c1", "c2"]) {
      holds(try $0.courseSessions(before: isoWeek("2026-W50")).count == 2)
    },
    Deed("hold a record and lift it", ["add legal_hold", "add legal_hold"], about: ["c1"]) {
      try $0.setLegalHold(true, on: "c1", reason: "inquiry")
      try $0.setLegalHold(false, on: "c1", reason: "ended")
    },
    Deed("show all that is kept", ["view child"], about: ["c1"]) {
      holds(try !$0.everythingKept(about: "c1").isEmpty)
    },
    Deed("show what is due", ["view child"], about: ["c2"]) {
      holds(try $0.childSpans { $0.child == "c2" }.count == 1)
    },
    Deed("nothing is due", []) { holds(try $0.childSpans { _ in false }.isEmpty) },
    Deed("erase a child", ["add erasure", "remove child"], about: ["c1"]) { _ = try $0.erase(.of("c1")) },
    Deed("make a secret", ["add area_secret"]) { holds(try $0.secret(named: "s") == $0.secret(named: "s")) },
    Deed("release a table", ["add release_ledger"]) {
      try $0.add(
        ReleaseRecord(
          id: "rel1",
          specification: "s",
          policy: "p",
          childSets: [],
          table: "t",
          audience: "public",
          by: "A",
          at: moment
        )
      )
    },
  ]

  @Test(arguments: Driver.allCases, deeds)
  func everyDeedLeavesItsTrace(_ driver: Driver, _ deed: Deed) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let entries = try await test.entries(of: deed.act)
      #expect(entries.map { "\($0.fact.action.rawValue) \($0.fact.kind)" } == deed.traces)
      #expect(Set(entries.flatMap(\.fact.subjects)) == deed.subjects)
      for entry in entries {
        #expect(entry.fact.actor == "Ada Manager")
        #expect(entry.fact.role == "manager")
        #expect(entry.fact.purpose == "storage test")
      }
      let found = try await test.read { try $0.firstAuditBreak() }
      #expect(found == nil)
    }
  }

  @Test(arguments: Driver.allCases)
  func entriesAreFoundByPersonAndByChild(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let other = Principal(name: "Cy", role: .practitioner, area: AreaRecord.telford.id)
      try await test.store.write(as: other) { records in
        _ = try records.child("c2")
        try records.put(SettingRecord(id: "7", kind: .school, name: ""))
      }
      let byPerson = try await test.read { try $0.auditEntries(actor: "Cy") }
      #expect(byPerson.map(\.fact.kind) == ["child", "setting"])
      let about = try await test.read { try $0.auditEntries(actor: "Cy", child: "c2") }
      #expect(about.map(\.fact.kind) == ["child"])
      let aboutNobody = try await test.read { try $0.auditEntries(child: "c0") }
      #expect(aboutNobody.isEmpty)
    }
  }

  @Test(arguments: Driver.allCases)
  func theSameRecordTwiceHasTwoDifferentDetails(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let changes = try await test.entries { records in
        try records.put(SettingRecord(id: "123456", kind: .school, name: "B"))
        try records.put(SettingRecord.oak)
        try records.put(SettingRecord(id: "123456", kind: .school, name: "B"))
      }
      #expect(Set(changes.map(\.fact.details)).count == 3)
    }
  }

  @Test(arguments: Driver.allCases)
  func manyWritersAtOnceMakeOneUnbrokenChain(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let before = try await test.read { try $0.auditHead().sequence }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<60 {
          group.addTask {
            try await test.write { records in
              _ = try records.child(number.isMultiple(of: 2) ? "c1" : "c2")
              try records.put(SettingRecord(id: SettingID("n\(number)"), kind: .school, name: ""))
            }
          }
        }
        try await group.waitForAll()
      }
      let (head, found) = try await test.read { (try $0.auditHead(), try $0.firstAuditBreak()) }
      #expect(head.sequence == before + 120)
      #expect(found == nil)
    }
  }
}
