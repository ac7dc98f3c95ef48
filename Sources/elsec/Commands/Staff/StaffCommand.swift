// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct StaffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "The team: who, what they can do, when they work.",
    subcommands: [StaffImportCommand.self, StaffListCommand.self, StaffAbsenceCommand.self])
}

struct StaffImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add and update the team from a CSV.")

  @OptionGroup var importing: ImportOptions

  func run() async throws {
    let staff = try self.importing.rows(StaffRow.self).map { StaffRecord($0.row) }
    let report = try await self.importing.options.session(for: "staff import") {
      try await ImportStaff.run(
        ImportStaff.Input(staff: staff, apply: self.importing.apply), in: $0.practice, as: $0.person)
    }
    try self.importing.show(report, of: "staff")
  }
}

struct StaffListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The team.")

  struct Line: Encodable {
    let id: String
    let name: String
    let role: String
    let band: String?
    let skills: [String]
    let shifts: String
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let staff = try await self.options.session(for: "staff list") {
      try await ListStaff.run((), in: $0.practice, as: $0.person)
    }
    let lines = staff.map {
      Line(
        id: $0.id.rawValue, name: $0.name, role: $0.role, band: $0.band, skills: $0.skills, shifts: $0.shifts)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("id", .left), ("name", .left), ("role", .left), ("band", .left), ("skills", .left), ("shifts", .left),
    ])
    for line in lines {
      table.add(
        line.id, line.name, line.role, line.band ?? "", line.skills.joined(separator: " "), line.shifts)
    }
    Output.write(table.text)
  }
}

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
