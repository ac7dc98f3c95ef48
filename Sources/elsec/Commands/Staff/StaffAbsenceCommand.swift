// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct StaffAbsenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "absence", abstract: "Say when people are away, from a CSV: staff_id,from,to,start,end,kind.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let rows = try self.importing.rows(AbsenceRow.self)
    let absences = rows.map { item in
      RecordAbsences.Absence(
        staff: item.row.staff, from: item.row.from, to: item.row.to, start: item.row.start, end: item.row.end,
        kind: item.row.kind)
    }
    let report = try await self.importing.options.session(for: "staff absence") { session in
      let staff = Set(try await ListStaff.run((), in: session.practice, as: session.person).map(\.id))
      try self.importing.refuse(
        rows, at: "staff_id", "there is no such member of staff", maybe: "see 'elsec staff list'"
      ) { staff.contains($0.staff) }
      return try await RecordAbsences.run(
        RecordAbsences.Input(absences: absences, apply: self.importing.apply), in: session.practice,
        as: session.person)
    }
    try self.importing.show(report, of: "absences")
  }
}
