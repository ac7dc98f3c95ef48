// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

/// What is put in comes out, with every column filled and with every optional one empty.
@Suite struct RoundTripTests {
  @Test(arguments: Driver.allCases)
  func settingsComeBackWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let full = SettingRecord(
        id: "123457",
        kind: .school,
        name: "St Æthelþryth’s — ‘Ysgol’ 学校 👩‍🏫",
        phase: .middleDeemedPrimary,
        postcode: Postcode("TF1 1AA"),
        easting: 365_000,
        northing: 311_000,
        latitude: 52.6789123456789,
        longitude: -2.4450000000001,
        localAuthority: LACode("894"),
        pupils: 210,
        rooms: 3,
        sessions: "08:45-11:45;12:45-15:15",
        agreement: "DSA-7",
        source: "GIAS 2026-11-01"
      )
      let changes = try await test.write { try $0.put([full, .elm]) }
      #expect(changes == [.added, .added])
      let found = try await test.read { (try $0.setting("123457"), try $0.setting("EY123456")) }
      #expect(found == (full, .elm))
    }
  }

  @Test(arguments: Driver.allCases)
  func everyPhaseAndKindIsAccepted(_ driver: Driver) async throws {
    try await driver.withStore { test in
      for phase in Phase.allCases {
        for kind in SettingKind.allCases {
          let record = SettingRecord(id: "1", kind: kind, name: "", phase: phase)
          let found = try await test.write { records in
            try records.put(record)
            return try records.setting("1")
          }
          #expect(found == record)
        }
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func staffAndAbsencesComeBackWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let full = StaffRecord(
        id: "p9",
        name: "Zoë",
        role: "therapist",
        band: "7",
        skills: ["screen", "two words", "", "a\nb", #"c\n"#],
        base: "Civic Offices",
        baseLatitude: 52.7,
        baseLongitude: -2.5,
        contractedMinutes: 2220,
        contactMinutes: 300,
        termTimeOnly: true,
        shifts: "mon 08:30-16:30",
        left: date("2027-07-23")
      )
      let absence = StaffAbsenceRecord(
        id: "a1",
        staff: "p9",
        from: date("2026-12-01"),
        to: date("2026-12-03"),
        reason: "training"
      )
      try await test.write { records in
        try records.put([full, .pat])
        try records.add(absence)
      }
      let staff = try await test.read { try $0.staff() }
      #expect(staff == [.pat, full])
      let working = try await test.read { try $0.staff(on: date("2027-09-01")) }
      #expect(working == [.pat])
      for (first, last, count) in [
        ("2026-11-01", "2026-11-30", 0), ("2026-11-01", "2026-12-01", 1), ("2026-12-02", "2026-12-02", 1),
        ("2026-12-03", "2026-12-09", 1), ("2026-12-04", "2026-12-09", 0),
      ] {
        let found = try await test.read { try $0.absences(from: date(first), to: date(last)) }
        #expect(found.count == count, "\(first) to \(last)")
      }
      try await test.write { try $0.remove("a1") }
      let gone = try await test.read { try $0.absence("a1") }
      #expect(gone == nil)
      _ = await fault(.storeNotFound) { try await test.write { try $0.remove("a1") } }
    }
  }

  @Test(arguments: Driver.allCases)
  func childrenComeBackWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      for sex in [nil] + Sex.allCases.map(Optional.some) {
        for sen in [nil] + SENStatus.allCases.map(Optional.some) {
          let full = ChildRecord(
            id: "c3",
            setting: "123456",
            givenName: "Éloïse-Mae",
            familyName: "O’Shea 李",
            birthDate: date("2020-02-29"),
            sex: sex,
            homeLanguages: ["POL", "ENG"],
            learnsEnglishAsAdditional: true,
            freeSchoolMeals: false,
            senStatus: sen,
            deprivationDecile: 1,
            weeksGestation: 31,
            englishExposure: 45,
            monthsInEnglish: 18,
            yearGroupOverride: .reception,
            optedOut: date("2026-11-01"),
            optOutSource: "parent letter"
          )
          let found = try await test.write { records in
            try records.put(full)
            return try records.child("c3")
          }
          #expect(found == full)
        }
      }
      let bare = ChildRecord(id: "c4", givenName: "", familyName: "", birthDate: date("2021-01-01"))
      let found = try await test.write { records in
        try records.add(bare)
        return try records.child("c4")
      }
      #expect(found == bare)
    }
  }

  @Test(arguments: Driver.allCases)
  func identifiersStandApartAndFindTheirChild(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      for scheme in IdentifierScheme.allCases {
        let identifier = ChildIdentifierRecord(
          child: "c1",
          scheme: scheme,
          value: "9434765919",
          purpose: "matching"
        )
        let changes = try await test.write { [try $0.put(identifier), try $0.put(identifier)] }
        #expect(changes == [.added, .unchanged])
        let child = try await test.read { try $0.childID(scheme, "9434765919") }
        #expect(child == "c1")
      }
      let kept = try await test.write { try $0.identifiers(of: "c1") }
      #expect(kept.map(\.scheme) == [.local, .nhsNumber, .upn])
      let thrown = await fault(.storeConflict) {
        try await test.write { records in
          try records.put(
            ChildIdentifierRecord(child: "c2", scheme: .nhsNumber, value: "9434765919", purpose: "matching")
          )
        }
      }
      #expect(thrown?.message.contains("9434765919") == false)
    }
  }

  @Test(arguments: Driver.allCases)
  func screeningsComeBackWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      var number = 0
      for phase in ScreeningPhase.allCases {
        for reason in [nil] + NotScreenedReason.allCases.map(Optional.some) {
          number += 1
          let full = ScreeningRecord(
            id: ScreeningID("s\(number)"),
            child: "c1",
            cohort: "k1",
            phase: phase,
            screener: "demo",
            version: "1.0",
            definitionHash: definition,
            testDate: date("2026-11-30"),
            ageMonths: reason == nil ? 61 : nil,
            answers: #"{"U1":"é"}"#,
            scores: "{}",
            band: reason == nil ? "red" : nil,
            proposedTier: reason == nil ? "specialist" : nil,
            flags: ["not-normed"],
            notScreenedReason: reason,
            by: "Pat",
            recordedAt: moment,
            edition: "2026.1",
            context: "birth-date=2021-10-31\nhome-languages=PAN ENG"
          )
          let found = try await test.write { records in
            try records.add(full)
            return try records.screening(full.id)
          }
          #expect(found == full)
        }
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func demandRotasAndOutcomesComeBackWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let series = DemandSeriesRecord(
        id: "g1",
        setting: "123456",
        programme: "talk",
        tier: "targeted",
        skill: "group",
        sessionsPerWeek: 2,
        weeks: 10,
        starts: isoWeek("2027-W01"),
        gapDays: 2,
        sameStaff: .prefer,
        preferStaff: ["p1"]
      )
      let visit = DemandVisitRecord(
        id: "v2",
        series: "g1",
        setting: "123456",
        week: isoWeek("2026-W53"),
        kind: "coach",
        programme: "talk",
        session: 2,
        minutes: 30,
        slots: ["group", "screen group"],
        windows: "0 09:00-12:00",
        weight: 9,
        preferStaff: ["p1"],
        forbidStaff: ["p2"],
        after: ["v1"],
        gapMinutes: 15,
        reason: "targeted tier",
        source: .manager
      )
      let done = VisitDoneRecord(
        id: "d1",
        rota: "r1",
        visit: "v1",
        outcome: .done,
        minutes: 35,
        note: "fire drill",
        by: "Pat",
        at: moment
      )
      try await test.write { records in
        try records.put(series)
        try records.put(visit, for: ["c2"])
        try records.add(.draft("r1"), assignments: [.first(of: "r1")])
        try records.add(done, attended: ["c2", "c1", "c2"])
      }
      let found = try await test.write { records in
        (
          try records.series("g1"), try records.visit("v2"), try records.children(of: "v2"),
          try records.rota("r1"), try records.assignments(of: "r1")
        )
      }
      #expect(found == (series, visit, ["c2"], .draft("r1"), [.first(of: "r1")]))
      let outcome = try await test.write { (try $0.visitsDone(), try $0.attendance(of: "d1")) }
      #expect(outcome == ([done], ["c1", "c2"]))
      let ofChild = try await test.write { try $0.visits(for: "c2").map(\.id) }
      #expect(ofChild == ["v1", "v2"])
    }
  }

  @Test(arguments: Driver.allCases)
  func plansComeBackWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let priority = PlanPriorityRecord(
        id: "pr1",
        plan: "plan1",
        section: 4,
        aim: "Earlier",
        leadPartner: "ICB"
      )
      let measure = PlanMeasureRecord(
        id: "m1",
        priority: "pr1",
        code: "M1",
        direction: .down,
        baseline: "20.5",
        baselineAsAt: date("2026-09-01"),
        target: "15",
        due: date("2027-07-01"),
        query: "cohort"
      )
      let member = PartnershipMemberRecord(
        id: "pm1",
        role: "parent carer forum",
        organisation: "PODS",
        person: nil,
        from: date("2026-01-01")
      )
      let meeting = PartnershipMeetingRecord(
        id: "mt1",
        date: date("2026-10-01"),
        present: ["council", "ICB"],
        decisions: ["agreed\nin full"]
      )
      try await test.write { records in
        try records.put(priority)
        try records.put(measure)
        try records.put(member)
        try records.put(meeting)
        try records.add(EvidenceRecord.snapshot("ev1"))
      }
      for status in PlanStatus.allCases {
        var plan = PlanRecord.plan
        plan.status = status
        plan.signedOffOn = status == .signedOff ? date("2026-12-01") : nil
        plan.signedOffBy = ["council", "ICB"]
        let wanted = plan
        let found = try await test.write { records in
          try records.put(wanted)
          return try records.plan("plan1")
        }
        #expect(found == wanted)
      }
      let parts = try await test.read { reading in
        (
          try reading.sections(of: "plan1").map(\.number), try reading.priorities(of: "plan1"),
          try reading.priorities(of: "plan1", section: 5), try reading.measures(of: "plan1")
        )
      }
      #expect(parts == (Array(1...12), [priority], [], [measure]))
      let rest = try await test.read { reading in
        (
          try reading.partnershipMembers(), try reading.partnershipMeetings(),
          try reading.evidence(of: "plan1", section: 3)
        )
      }
      #expect(rest == ([member], [meeting], [.snapshot("ev1")]))
    }
  }

  @Test(arguments: Driver.allCases)
  func calendarAndTravelComeBackWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let entries = CalendarKind.allCases.enumerated().map { index, kind in
        CalendarEntryRecord(
          id: "\(kind.rawValue):\(index)",
          kind: kind,
          from: date("2026-12-2\(index)"),
          to: date("2026-12-2\(index + 1)"),
          title: "T",
          setting: index == 0 ? "123456" : nil,
          source: "s"
        )
      }
      let pairs = [
        TravelMinutesRecord(origin: "123456", destination: "EY123456", minutes: 12, source: "survey"),
        TravelMinutesRecord(
          origin: "EY123456",
          destination: "123456",
          minutes: 0,
          source: "survey",
          asAt: date("2026-11-01")
        ),
      ]
      let changes = try await test.write {
        [try $0.put(entries), try $0.put(entries), try $0.put(pairs), try $0.put(pairs)]
      }
      #expect(changes.map { Set($0) } == [[.added], [.unchanged], [.added], [.unchanged]])
      let found = try await test.read { (try $0.calendar(), try $0.travelMinutes()) }
      #expect(found == (entries, pairs))
      let atElm = try await test.read {
        try $0.calendar(from: date("2026-12-20"), to: date("2026-12-21"), at: "EY123456")
      }
      #expect(atElm == [entries[1]])
      try await test.write { try $0.removeCalendarEntry(entries[0].id) }
      let left = try await test.read { try $0.calendar().count }
      #expect(left == entries.count - 1)
    }
  }

  @Test(arguments: Driver.allCases)
  func accountsAndReleasesComeBackWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let accounts = Role.allCases.map { role in
        AccountRecord(
          name: role.rawValue,
          role: role,
          tokenHash: testHash(Array(role.rawValue.utf8)),
          staff: "p1",
          setting: "123456",
          addedAt: moment
        )
      }
      let release = ReleaseRecord(
        id: "rel1",
        specification: "band x phase",
        policy: "round",
        childSets: ["red: abc", "all: def"],
        table: "band,n\nred,c",
        audience: "public",
        by: "Ada Manager",
        at: moment
      )
      try await test.write { records in
        for account in accounts { try records.add(account) }
        try records.add(release)
      }
      let found = try await test.read { (Set(try $0.accounts()), try $0.releases(), try $0.release("rel1")) }
      #expect(found == (Set(accounts), [release], release))
    }
  }

  @Test(arguments: Driver.allCases)
  func textWithANulIsRefused(_ driver: Driver) async throws {
    try await driver.withStore { test in
      _ = await fault(.malformed) {
        try await test.write { try $0.add(SettingRecord(id: "1", kind: .school, name: "a\u{0}b")) }
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func aValueOutsideItsRangeIsRefusedAndNotRepeated(_ driver: Driver) async throws {
    try await driver.withStore { test in
      var child = ChildRecord.amina
      child.deprivationDecile = 11
      child.setting = nil
      let wrong = child
      let thrown = await fault(.storeConflict) { try await test.write { try $0.add(wrong) } }
      let text = try #require(thrown).description
      #expect(text.contains("'child'"))
      for personal in ["Amina", "Zzyzxova", "2021-10-31"] { #expect(!text.contains(personal)) }
    }
  }
}
