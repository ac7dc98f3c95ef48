// SPDX-License-Identifier: Apache-2.0

import Handlers
import SchedulingSolver
import Storage
import Testing
import Vocabulary

/// Time away, and that nothing is kept that a rota could not read.
@Suite struct AbsenceTests {
  private func absence(
    _ staff: String = "P1",
    to: CivilDate = day(2026, 12, 1),
    _ start: String? = nil,
    _ end: String? = nil,
    kind: String = "leave"
  ) -> RecordAbsences.Absence {
    RecordAbsences.Absence(
      staff: StaffID(staff),
      from: day(2026, 12, 1),
      to: to,
      start: start.flatMap { TimeOfDay($0) },
      end: end.flatMap { TimeOfDay($0) },
      kind: kind
    )
  }

  @Test func hoursAwayPutTwiceAreUnchanged() async throws {
    let service = try await Service.ofWrenmoor()
    let input = RecordAbsences.Input(absences: [self.absence("P1", "13:00", "16:30")], apply: true)
    #expect(try await service.run(RecordAbsences.self, input).added == 1)
    #expect(try await service.run(RecordAbsences.self, input).unchanged == 1)
  }

  @Test func theSameFirstDayAgainChangesTheEnd() async throws {
    let service = try await Service.ofWrenmoor()
    let short = RecordAbsences.Input(absences: [self.absence()], apply: true)
    let long = RecordAbsences.Input(absences: [self.absence(to: day(2026, 12, 3))], apply: true)
    #expect(try await service.run(RecordAbsences.self, short).added == 1)
    #expect(try await service.run(RecordAbsences.self, long).changed == 1)
  }

  @Test func morningAndAfternoonOfOneDayAreTwoAbsences() async throws {
    let service = try await Service.ofWrenmoor()
    let input = RecordAbsences.Input(
      absences: [self.absence("P1", "09:00", "10:00"), self.absence("P1", "14:00", "15:00")],
      apply: true
    )
    #expect(try await service.run(RecordAbsences.self, input).added == 2)
  }

  @Test func someoneUnknownIsRefusedAndNothingIsKept() async throws {
    let service = try await Service.ofWrenmoor()
    let input = RecordAbsences.Input(absences: [self.absence(), self.absence("P9")], apply: true)
    #expect(try await service.refusal(RecordAbsences.self, input) == .notFound)
    let alone = RecordAbsences.Input(absences: [self.absence()], apply: true)
    #expect(try await service.run(RecordAbsences.self, alone).added == 1)
  }

  @Test(
    "Hours that no rota could read are refused",
    arguments: [("16:30", "13:00"), ("13:00", "13:00"), ("13:00", nil), (nil, "13:00")] as [(String?, String?)]
  )
  func hoursThatNoRotaCouldReadAreRefused(_ start: String?, _ end: String?) async throws {
    let service = try await Service.ofWrenmoor()
    let input = RecordAbsences.Input(absences: [self.absence("P1", start, end)], apply: true)
    #expect(try await service.refusal(RecordAbsences.self, input) == .notValid)
  }

  @Test func hoursOverSeveralDaysAreRefused() async throws {
    let service = try await Service.ofWrenmoor()
    let input = RecordAbsences.Input(
      absences: [self.absence(to: day(2026, 12, 2), "13:00", "16:30")],
      apply: true
    )
    #expect(try await service.refusal(RecordAbsences.self, input) == .notValid)
  }

  @Test func anAbsenceThatEndsBeforeItBeginsIsRefused() async throws {
    let service = try await Service.ofWrenmoor()
    let input = RecordAbsences.Input(absences: [self.absence(to: day(2026, 11, 30))], apply: true)
    #expect(try await service.refusal(RecordAbsences.self, input) == .notValid)
  }
}
