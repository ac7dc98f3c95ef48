// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import Testing
import Vocabulary

/// What imports keep, and that they keep all of it or nothing.
@Suite struct ImportTests {
  struct Import: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let count: Int
    let run: @Sendable (Service, Bool) async throws -> ImportReport
  }

  static let imports = [
    Import(testDescription: "settings", count: 2) { service, apply in
      try await service.run(ImportSettings.self, .init(settings: Wrenmoor.settings, apply: apply))
    },
    Import(testDescription: "staff", count: 3) { service, apply in
      try await service.run(ImportStaff.self, .init(staff: Wrenmoor.staff, apply: apply))
    },
    Import(testDescription: "calendar", count: 3) { service, apply in
      try await service.run(ImportCalendar.self, .init(entries: Wrenmoor.calendar, apply: apply))
    },
    Import(testDescription: "travel", count: 1) { service, apply in
      let leg = TravelMinutesRecord(origin: "990001", destination: "EY990002", minutes: 12)
      return try await service.run(ImportTravel.self, .init(legs: [leg], apply: apply))
    },
  ]

  @Test(arguments: Self.imports) func aDryRunSaysWhatWouldChangeAndChangesNothing(of file: Import) async throws {
    let service = try await Service()
    let before = try await service.auditLength()
    let rehearsed = try await file.run(service, false)
    #expect(rehearsed.added == file.count)
    #expect(!rehearsed.applied)
    #expect(try await service.auditLength() == before)
    #expect(try await file.run(service, true).added == file.count)
  }

  @Test(arguments: Self.imports) func theSameFileAgainChangesNothing(of file: Import) async throws {
    let service = try await Service()
    let first = try await file.run(service, true)
    let after = try await service.auditLength()
    let second = try await file.run(service, true)
    #expect(first.applied && first.lines.count == file.count)
    #expect(second.unchanged == file.count)
    #expect(second.added == 0 && second.changed == 0 && second.lines.isEmpty)
    #expect(try await service.auditLength() == after)
  }

  @Test func childrenAreImportedAndTheSameChildrenAgainAreUnchanged() async throws {
    let service = try await Service.ofWrenmoor([])
    let input = drafts(Wrenmoor.children)
    #expect(try await service.run(ImportChildren.self, .init(children: input, apply: false)).added == 9)
    #expect(try await service.children().isEmpty)
    #expect(try await service.run(ImportChildren.self, .init(children: input, apply: true)).added == 9)
    #expect(try await service.run(ImportChildren.self, .init(children: input, apply: true)).unchanged == 9)
    #expect(try await service.children() == Wrenmoor.children.sorted { $0.id < $1.id })
    #expect(try await service.run(ShowArea.self, (), as: .setting).children == 9)
    #expect(try await service.auditLength() != nil)
  }

  @Test func aChangedRecordIsReportedAsChanged() async throws {
    let service = try await Service.ofWrenmoor()
    var school = Wrenmoor.settings[0]
    school.rooms = 3
    let report = try await service.run(ImportSettings.self, .init(settings: [school], apply: true))
    #expect(report.lines.map { "\($0.record) \($0.change)" } == ["990001 changed"])
    #expect(try await service.run(ListSettings.self, ()).first { $0.id == school.id }?.rooms == 3)
  }

  @Test func anIdentifierStandsApartAndStaysWhenAnImportLeavesItOut() async throws {
    let service = try await Service.ofWrenmoor([])
    let child = Wrenmoor.child("c1")
    let number = try NHSNumber(validating: "9434765919")
    let first = ImportChildren.Draft(child: child, nhsNumber: number)
    try await service.run(ImportChildren.self, .init(children: [first], apply: true))
    let again = try await service.run(ImportChildren.self, .init(children: drafts([child]), apply: true))
    #expect(again.unchanged == 1)
    let shown = try await service.run(ShowChild.self, .init(child: child.id))
    #expect(shown.identifiers.map(\.value) == [number.text])
    #expect(shown.identifiers.map(\.scheme) == [.nhsNumber])
  }

  @Test func anIdentifierThatComesLaterCountsAsAChangeOfTheChild() async throws {
    let service = try await Service.ofWrenmoor([Wrenmoor.child("c1")])
    let number = try NHSNumber(validating: "9434765919")
    let draft = ImportChildren.Draft(child: Wrenmoor.child("c1"), nhsNumber: number)
    let report = try await service.run(ImportChildren.self, .init(children: [draft], apply: true))
    #expect(report.lines.map { "\($0.record) \($0.change)" } == ["c1 changed"])
  }

  @Test func oneIdentifierForTwoChildrenIsRefusedAndNeitherIsKept() async throws {
    let service = try await Service.ofWrenmoor([])
    let number = try NHSNumber(validating: "9434765919")
    let twins = ["c1", "c2"].map { ImportChildren.Draft(child: Wrenmoor.child($0), nhsNumber: number) }
    let refused = try await service.refusal(ImportChildren.self, .init(children: twins, apply: true))
    #expect(refused == .storeConflict)
    #expect(try await service.children().isEmpty)
  }

  @Test func aChildAtAnUnknownSettingIsRefusedAndNoneIsKept() async throws {
    let service = try await Service.ofWrenmoor([])
    let children = [Wrenmoor.child("c1"), Wrenmoor.child("c2", at: SettingID("990099"))]
    let refused = try await service.refusal(
      ImportChildren.self,
      .init(children: drafts(children), apply: true)
    )
    #expect(refused == .notFound)
    #expect(try await service.children().isEmpty)
  }

  @Test(
    arguments: [
      [
        Wrenmoor.days(.term, day(2026, 9, 2), day(2026, 12, 18), "Autumn term"),
        Wrenmoor.days(.term, day(2026, 12, 1), day(2027, 3, 25), "Spring term"),
      ],
      [Wrenmoor.days(.term, day(2026, 9, 2), day(2026, 12, 18), "Michaelmas")],
    ]
  )
  func aCalendarThatMakesNoSenseIsRefusedAndRolledBack(_ entries: [CalendarEntryRecord]) async throws {
    let service = try await Service()
    let before = try await service.auditLength()
    let refused = try await service.refusal(ImportCalendar.self, .init(entries: entries, apply: true))
    #expect(refused == .calendarInvalid)
    #expect(try await service.auditLength() == before)
    let good = try await service.run(ImportCalendar.self, .init(entries: Wrenmoor.calendar, apply: true))
    #expect(good.added == 3, "nothing of the refused calendar was left behind")
  }
}
