// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

/// Rotas that are left to workers: processes that may be stopped or killed at any moment.
@Suite struct WorkTests {
  private static let staff = """
    id,name,role,band,skills,base,base_easting,base_northing,mon,tue,wed,thu,fri,week_minutes
    p1,Asha Kelstock,practitioner,4,group;coach,Town Hall,391000,600000,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,2220
    p2,Ben Thornley,practitioner,4,group,Town Hall,391000,600000,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,2220

    """
  private static let calendar = "date,to,kind,setting,title\n2026-09-01,2026-12-18,term,,Autumn term\n"

  private static func makeWeek(of visits: Int, in program: Program) throws {
    try program.makeArea()
    try program.write(self.staff, to: "staff.csv")
    try program.write(self.calendar, to: "calendar.csv")
    try program.must("staff", "import", "staff.csv", "--apply")
    try program.must("calendar", "import", "calendar.csv", "--apply")
    for number in 0..<visits {
      try program.must(
        "demand", "add", "--week", "2026-W49", "--setting", "990001", "--kind", "coach", "--minutes",
        "\(35 + 5 * (number % 9))", "--skills", number.isMultiple(of: 3) ? "coach" : "group", "--reason", "asked for")
    }
  }

  private static func queue(_ program: Program, week: String = "2026-W49", _ arguments: String...) throws -> String {
    let told = try program.run(["rota", "plan", "--week", week, "--queue"] + arguments)
    return String(try #require(told.output.wholeMatch(of: /job ([^ ]+) for [^ ]+ waits for a worker\n/)).1)
  }

  private static func job(_ program: Program) throws -> [String: Any] {
    try #require(try program.must("rota", "jobs", "--json").rows.first)
  }

  /// A worker that goes on until it is stopped; what it prints goes into the file.
  private static func start(_ name: String, _ program: Program) throws -> ChildProcess {
    let out = open(program.path(of: name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    let none = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { for stream in [out, none] { close(stream) } }
    return try ChildProcess(
      Program.path, ["work", "--name", name, "--lease", "6"], environment: program.environment,
      folder: program.folder.path, streams: [none, out, out])
  }

  private static func waitForStart(by worker: String, _ program: Program) async throws {
    for _ in 0..<100 {
      let job = try self.job(program)
      if job["worker"] as? String == worker, job["state"] as? String == "running" { return }
      try await Task.sleep(for: .milliseconds(200))
    }
    Issue.record("\(worker) did not begin")
  }

  @Test func aRotaThatIsQueuedIsMadeByAWorkerAndOneThatCannotBeSaysWhy() async throws {
    try await Program.with { program in
      try Self.makeWeek(of: 3, in: program)
      let empty = try program.run("work", "--once")
      #expect(empty.status == 1 && empty.errors.hasPrefix("elsec: no job is waiting\n  maybe: "))
      let id = try Self.queue(program, "--iterations", "100", "--time-limit", "20")
      #expect(try Self.job(program)["state"] as? String == "queued")
      let done = try program.must("work", "--once")
      let rota = try #require(done.output.wholeMatch(of: /job ([^ ]+) E06999999 2026-W49 done, rota ([^ ]+)\n/))
      #expect(String(rota.1) == id)
      let job = try Self.job(program)
      #expect(job["state"] as? String == "done" && job["rota"] as? String == String(rota.2))
      #expect((job["worker"] as? String)?.hasPrefix("worker ") == true)
      let shown = try program.must("rota", "show", "--week", "2026-W49", "--json").record
      #expect(shown["rota"] as? String == String(rota.2) && shown["status"] as? String == "draft")

      let other = try Self.queue(program, week: "2026-W50")
      let failed = try program.must("work", "--once", "--name", "w2")
      #expect(
        failed.output == "job \(other) E06999999 2026-W50 failed, record.not-found: nothing is asked for in 2026-W50\n")
      let third = try Self.queue(program)
      let cancelled = try program.must("rota", "jobs", "--cancel", third)
      #expect(cancelled.output.contains("cancelled"))
      #expect(try program.run("work", "--once").status == 1)
      #expect(try program.run("rota", "jobs", "--cancel", "none").status == 1)
      #expect(try program.run("rota", "plan", "--week", "2026-W49", "--queue", "--weeks", "2").status == 64)
      #expect(try program.run("rota", "plan", "--week", "2026-W49", "--queue", "--time-limit", "4000").status == 65)
      #expect(try program.must("audit", "verify").status == 0)
    }
  }

  @Test func aStoppedWorkerGivesItsJobBackAndAKilledOnesJobIsDoneByTheNext() async throws {
    try await Program.with { program in
      try Self.makeWeek(of: 45, in: program)
      let id = try Self.queue(program, "--time-limit", "25")
      let stopped = try Self.start("stopped", program)
      try await Self.waitForStart(by: "stopped", program)
      kill(stopped.pid, SIGTERM)
      #expect(stopped.wait() == 0)
      #expect(try program.read("stopped") == "job \(id) E06999999 2026-W49 given back\n")
      #expect(try Self.job(program)["state"] as? String == "queued")

      let killed = try Self.start("killed", program)
      try await Self.waitForStart(by: "killed", program)
      kill(killed.pid, SIGKILL)
      #expect(killed.wait() == 128 + SIGKILL)
      #expect(try Self.job(program)["state"] as? String == "running", "until the lease has run out")
      try await Task.sleep(for: .seconds(7))
      try program.must("work", "--once", "--name", "next")
      let job = try Self.job(program)
      #expect(job["state"] as? String == "done" && job["worker"] as? String == "next")
      #expect(job["attempt"] as? Int == 2, "the worker that was stopped does not count")
      let rotas = try program.must("rota", "show", "--week", "2026-W49", "--json").record
      #expect(rotas["rota"] as? String == job["rota"] as? String)
    }
  }

  @Test func aWorkerThatWasAsleepForLongerThanItsLeaseChangesNothingWhenItWakes() async throws {
    try await Program.with { program in
      try Self.makeWeek(of: 45, in: program)
      let id = try Self.queue(program, "--time-limit", "20")
      let asleep = try Self.start("asleep", program)
      try await Self.waitForStart(by: "asleep", program)
      kill(asleep.pid, SIGSTOP)
      try await Task.sleep(for: .seconds(7))
      try program.must("work", "--once", "--name", "next")
      let (job, shown) = (
        try Self.job(program), try program.must("rota", "show", "--week", "2026-W49", "--json").output
      )
      #expect(job["state"] as? String == "done" && job["worker"] as? String == "next")
      kill(asleep.pid, SIGCONT)
      for _ in 0..<100 where try program.read("asleep").isEmpty { try await Task.sleep(for: .milliseconds(200)) }
      kill(asleep.pid, SIGTERM)
      #expect(asleep.wait() == 0)
      #expect(try program.read("asleep") == "job \(id) E06999999 2026-W49 lost to another worker, nothing kept\n")
      #expect(try program.must("rota", "show", "--week", "2026-W49", "--json").output == shown)
      #expect(NSDictionary(dictionary: try Self.job(program)) == NSDictionary(dictionary: job))
    }
  }
}
