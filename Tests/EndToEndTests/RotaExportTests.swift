// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Two versions of a week's rota as files: what the second says of the first.
@Suite struct RotaExportTests {
  private static let staff = """
    id,name,role,band,skills,base,base_easting,base_northing,mon,tue,wed,thu,fri,week_minutes
    p1,Asha Kelstock,practitioner,4,group;coach,Town Hall,391000,600000,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,2220
    p2,Ben Thornley,practitioner,4,group,Town Hall,391000,600000,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,2220

    """
  private static let calendar = "date,to,kind,setting,title\n2026-09-01,2026-12-18,term,,Autumn term\n"

  /// Asks for a visit and returns its id.
  private static func ask(_ kind: String, window: String, in program: Program) throws -> String {
    let told = try program.must(
      "demand", "add", "--week", "2026-W49", "--setting", "990001", "--kind", kind, "--minutes", "60", "--skills", kind,
      "--window", window, "--reason", "asked for")
    return String(try #require(told.output.firstMatch(of: /visit ([^,]+),/)).1)
  }

  private static func publish(_ program: Program, to folder: String, _ arguments: String...) throws {
    try program.must("rota", "plan", "--week", "2026-W49", "--iterations", "50")
    try program.must("rota", "publish", "--week", "2026-W49")
    let done = try program.run(["rota", "export", "--week", "2026-W49", "--to", folder] + arguments)
    #expect(done.status == 0, "\(done.errors)")
  }

  /// `SEQUENCE STATUS` of one visit's entry.
  private static func entry(of visit: String, in calendar: String) -> String? {
    let events = calendar.components(separatedBy: "BEGIN:VEVENT").dropFirst()
    let event = events.first { $0.replacing("\r\n ", with: "").contains("UID:\(visit).p1@") }
    guard let sequence = event?.firstMatch(of: /SEQUENCE:(\d+)/)?.1,
      let status = event?.firstMatch(of: /STATUS:([A-Z]+)/)?.1
    else { return nil }
    return "\(sequence) \(status)"
  }

  @Test func theSecondVersionSaysWhatItChangesAndNothingElse() async throws {
    try await Program.with { program in
      try program.makeArea()
      try program.write(Self.staff, to: "staff.csv")
      try program.write(Self.calendar, to: "calendar.csv")
      try program.must("staff", "import", "staff.csv", "--apply")
      try program.must("calendar", "import", "calendar.csv", "--apply")
      // Only p1 can coach, and each visit has one hour it fits in.
      let stays = try Self.ask("coach", window: "2026-11-30 09:30-10:30", in: program)
      let goes = try Self.ask("coach", window: "2026-12-01 09:30-10:30", in: program)
      let never = try Self.ask("coach", window: "2026-12-01 10:00-11:00", in: program)
      try Self.publish(program, to: "first")
      #expect(
        Set(try FileManager.default.contentsOfDirectory(atPath: program.path(of: "first"))) == [
          "rota.html", "rota.csv", "p1.ics", "p2.ics",
        ])
      let page = try program.read("first/rota.html")
      #expect(!page.contains("id=\"changes\""), "it supersedes none")
      let first = try program.read("first/p1.ics")
      #expect(Self.entry(of: stays, in: first) == "0 CONFIRMED")

      let placed = Self.entry(of: goes, in: first) == nil ? never : goes
      try program.must("demand", "cancel", placed, "--reason", "hall in use")
      try Self.publish(program, to: "second", "--ics", "--html")
      #expect(!program.has("second/rota.csv"), "only what is named")
      let second = try program.read("second/p1.ics")
      #expect(Self.entry(of: stays, in: second) == "0 CONFIRMED", "it did not change")
      #expect(Self.entry(of: placed, in: second) == "1 CANCELLED")
      #expect(Self.entry(of: placed == goes ? never : goes, in: second) == "0 CONFIRMED", "it is new")
      let changed = try program.read("second/rota.html")
      #expect(changed.contains("What changed, and whom to tell"))
      #expect(changed.contains("Asha Kelstock <span>(2)</span>"))
      #expect(!changed.contains("Ben Thornley <span>("), "nobody is told for nothing")

      let shown = try program.must("rota", "show", "--week", "2026-W49", "--grid")
      #expect(shown.lines.prefix { !$0.isEmpty }.dropFirst().allSatisfy { $0.count <= 80 }, "\(shown.output)")
      let record = try program.must("rota", "show", "--week", "2026-W49", "--json").record
      #expect((record["bound"] == nil) == (record["gap"] == nil))
    }
  }

  @Test func progressIsToldInPlainLinesWhenAskedFor() async throws {
    let problem = Program.root.appending(path: "Schedules/problems/three-days.json").path
    try await Program.with { program in
      let done = try program.must("rota", "solve", problem, "--iterations", "50", "--out", "a.json", "--progress")
      let line =
        /(construction|improvement|finished) cost \d+ bound (\d+|-) gap ([0-9.]+%|-) left out \d+ \d+ rounds \d+\.\d s/
      let lines = done.errors.split(separator: "\n")
      #expect(try line.wholeMatch(in: lines.first ?? "") != nil, "\(done.errors)")
      let headline = /cost \d+(, bound \d+, gap [0-9.]+%)?, \d+ of \d+ visits placed(, proved optimal)?/
      #expect(try lines.contains { try headline.wholeMatch(in: $0) != nil }, "\(done.errors)")
      let silent = try program.must("rota", "solve", problem, "--iterations", "50", "--out", "b.json")
      #expect(silent.errors.hasPrefix("cost "), "nobody watches")
      #expect(try program.read("a.json") == program.read("b.json"))
    }
  }
}
