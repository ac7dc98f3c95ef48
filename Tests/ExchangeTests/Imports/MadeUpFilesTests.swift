// SPDX-License-Identifier: Apache-2.0

import Exchange
import MadeUpArea
import Testing
import Vocabulary

/// The made-up area's files go through the same imports as anyone's.
struct MadeUpFilesTests {
  static let area = FictionalArea(seed: 7)

  func read<Row: ImportedRow>(_ file: FictionalFile, as type: Row.Type) -> Import<Row> {
    Import<Row>(Array(file.text.utf8), file: file.name)
  }

  @Test func settingsAreReadWithoutAProblem() throws {
    let read = self.read(Self.area.settingsFile, as: SettingRow.self)
    #expect(read.problems.map(\.description) == [])
    #expect(read.notes == [])
    #expect(read.rows.count == 48)
    #expect(read.rows.allSatisfy { $0.row.isMadeUp && $0.row.coordinate != nil && !$0.row.sessions.isEmpty })
  }

  @Test func staffAndAbsencesAreReadWithoutAProblem() {
    let staff = self.read(Self.area.staffFile, as: StaffRow.self)
    #expect(staff.problems.map(\.description) == [])
    #expect(staff.rows.filter { $0.row.role == "practitioner" && $0.row.band == 4 }.count == 7)
    #expect(staff.rows.filter { $0.row.role == "therapist" && $0.row.band == 7 }.count == 1)
    #expect(staff.rows.allSatisfy { $0.row.baseCoordinate != nil && !$0.row.shifts.isEmpty })
    let absences = self.read(Self.area.absencesFile, as: AbsenceRow.self)
    #expect(absences.problems.map(\.description) == [])
    #expect(Set(absences.rows.map(\.row.staff)).isSubset(of: Set(staff.rows.map(\.row.id))))
  }

  @Test func childrenAreReadWithoutAProblem() {
    let read = self.read(Self.area.childrenFile, as: ChildRow.self)
    #expect(read.problems.map(\.description) == [])
    #expect(read.rows.count == Self.area.children.count)
    let settings = Set(Self.area.settings.map(\.reference))
    #expect(read.rows.allSatisfy { settings.contains($0.row.setting.text) && $0.row.isMadeUp })
  }

  @Test func theCalendarIsReadWithoutAProblem() {
    let read = self.read(Self.area.calendarFile, as: CalendarRow.self)
    #expect(read.problems.map(\.description) == [])
    #expect(read.rows.filter { $0.row.kind == .term }.count == 6)
  }

  @Test(arguments: [(FictionalCycle.earlier, false), (.earlier, true), (.current, false)])
  func answersAreReadWithoutAProblem(_ cycle: FictionalCycle, _ isFollowUp: Bool) {
    let read = self.read(Self.area.answersFile(cycle, isFollowUp: isFollowUp), as: ScreeningRow.self)
    #expect(read.problems.map(\.description) == [])
    #expect(read.rows.count > 550)
  }
}
