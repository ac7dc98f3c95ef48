// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

@Suite struct ScoreTests {
  static let header =
    "child_ref,birth_date,test_date,home_language,weeks_gestation,U1,U2,U3,U4,U5,U6,U7,U8,E1,E2,E3,E4,E5,E6"
  static let answers = ",,,C,C,I,C,I,I,ALW,SOM,NOB,SOM,NEV,SOM"
  static let worked = "golden,2022-09-15,2026-11-30,ENG,\(answers)"
  static let scoreHeader =
    "child_ref,age_months,raw.u,raw.e,raw.all,z.all,ss.all,pr.all,ci.all,ae.all,rci.all,band,tier,flags,"
    + "screener,version,definition_hash"
  static let workedScores = "golden,50,5,6,11,-0.8352,87,20.2,81.1-95.2,41.5,,amber,targeted,prorated:raw.e,"

  static func file(_ rows: String...) -> String { ([header] + rows).joined(separator: "\n") + "\n" }

  @Test func theWorkedExampleComesOutAsPublished() async throws {
    try await Program.with { program in
      try program.write(Self.file(Self.worked), to: "answers.csv")
      let done = try program.run("score", "--screener", Program.openDemo, "--in", "answers.csv")
      #expect(done.status == 0)
      #expect(done.errors == "")
      let lines = done.lines
      try #require(lines.count == 2)
      #expect(lines[0] == Self.scoreHeader)
      #expect(lines[1].hasPrefix("\(Self.workedScores)elsec.open-demo,1.2.0,"))
      let hash = lines[1].split(separator: ",").last ?? ""
      #expect(hash.count == 64 && hash.allSatisfy(\.isHexDigit))
      let listed = try program.run("screener", "list", "--json").rows.compactMap { $0["hash"] as? String }
      #expect(listed.contains(String(hash)))
    }
  }

  @Test func explainShowsEveryStepFromAnswersToTier() async throws {
    try await Program.with { program in
      try program.write(Self.file("other,2022-09-15,2026-11-30,ENG,\(Self.answers)", Self.worked), to: "answers.csv")
      let done = try program.run(
        "score", "--screener", "elsec.open-demo@1.2.0", "--in", "answers.csv", "--explain", "--child", "golden")
      #expect(done.status == 0)
      let steps = [
        "  age: born 2022-09-15, seen 2026-11-30: 4;02", "  norms apply: ", "  section U: starts at U3",
        "  section U: U3 C 1, U4 C 1, U5 I 0, U6 C 1, U7 I 0, U8 I 0 → 5 points", "  section E: ", "  raw.u: ",
        "  raw.e: ", "  raw.all: the sum of raw.u 5 and raw.e 6 → 11", "  z.all: ", "  ss.all: ", "  pr.all: ",
        "  ci.all: ", "  band: ss.all 87 is at least 82 and below 90 → amber", "  tier: ",
        "band amber", "proposed tier targeted",
      ]
      var rest = done.output[...]
      for step in steps {
        let found = rest.range(of: step)
        #expect(found != nil, "'\(step)' is missing, or out of order, in\n\(done.output)")
        if let found { rest = rest[found.upperBound...] }
      }
      let none = try program.run(
        "score", "--screener", Program.openDemo, "--in", "answers.csv", "--explain", "--child", "nobody")
      #expect(none.status == 1)
      #expect(none.errors.hasPrefix("elsec: no such row in the file (answers.csv)\n  maybe: "))
    }
  }

  @Test func standardInputIsReadAndTheOrderOfRowsIsKept() async throws {
    try await Program.with { program in
      let names = ["z", "a", "bad", "m", "\"b, c\""]
      let rows = names.map { "\($0),2022-09-15,\($0 == "bad" ? "soon" : "2026-11-30"),ENG,\(Self.answers)" }
      let input = "\u{FEFF}" + ([Self.header] + rows).joined(separator: "\r\n") + "\r\n"
      let done = try program.run("score", "--screener", Program.openDemo, "--in", "-", input: input)
      #expect(done.status == 0)
      #expect(done.lines.dropFirst().map { $0.hasPrefix("\"") ? "\"b, c\"" : String($0.prefix { $0 != "," }) } == names)
    }
  }

  @Test func aBlankAnswerIsMissingAndNever0() async throws {
    try await Program.with { program in
      let blank = "blank,2022-09-15,2026-11-30,ENG,,,,C,C,,C,I,I,ALW,SOM,SOM,SOM,NEV,SOM"
      let failed = "failed,2022-09-15,2026-11-30,ENG,,,,C,C,I,C,I,I,ALW,SOM,SOM,SOM,NEV,SOM"
      let done = try program.run(
        "score", "--screener", Program.openDemo, "--in", "-", input: Self.file(blank, failed))
      #expect(done.line(1).hasPrefix("blank,50,,6,,,,,,,,,,missing:raw.u,"))
      #expect(done.line(2).hasPrefix("failed,50,5,6,11,-0.8352,87,20.2,81.1-95.2,41.5,,amber,targeted,,"))
    }
  }

  /// A row, the reason in its flags, and what `--strict` says of it.
  struct BadRow: CustomTestStringConvertible {
    let row: String
    let flag: String
    let sentence: String
    var testDescription: String { self.flag }
  }

  static let badRows = [
    BadRow(
      row: "c,2022-09-15,2026-11-30,ENG,,,,C,X,I,C,I,I,ALW,SOM,NOB,SOM,NEV,SOM",
      flag: "unscorable:screening.unknown-response",
      sentence: "item U4 has a response it does not take; it takes C, I, NR, NA (answers.csv:3:U4)"),
    BadRow(
      row: "c,15/09/2022,2026-11-30,ENG,\(answers)", flag: "unscorable:score.cell",
      sentence: "the cell is not YYYY-MM-DD (answers.csv:3:birth_date)"),
    BadRow(
      row: "c,2022-09-15,2026-11-31,ENG,\(answers)", flag: "unscorable:score.cell",
      sentence: "the cell is not YYYY-MM-DD (answers.csv:3:test_date)"),
    BadRow(
      row: "c,2022-09-15,2026-11-30,ENG,9\(answers)", flag: "unscorable:score.cell",
      sentence: "the cell is not weeks 20 to 44, or 27+3 (answers.csv:3:weeks_gestation)"),
    BadRow(
      row: "c,2026-12-15,2026-11-30,ENG,\(answers)", flag: "unscorable:screening.test-before-birth",
      sentence: "the test date is before the birth date (answers.csv:3:test_date)"),
    BadRow(
      row: "c,2010-12-15,2026-11-30,ENG,\(answers)", flag: "age-outside",
      sentence: "the row has no score: age-outside (answers.csv:3)"),
  ]

  @Test(arguments: badRows)
  func aRowThatCantBeScoredHasEmptyScoresAndItsReason(_ bad: BadRow) async throws {
    try await Program.with { program in
      try program.write(Self.file(Self.worked, bad.row, Self.worked), to: "answers.csv")
      let done = try program.run("score", "--screener", Program.openDemo, "--in", "answers.csv")
      #expect(done.status == 0)
      let cells = done.line(2).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 17)
      #expect(cells[0] == "c")
      #expect(cells[2..<13].joined() == "")
      #expect(cells[13] == bad.flag)
      #expect(done.line(3).hasPrefix(Self.workedScores), "the next row is scored")
    }
  }

  @Test(arguments: badRows)
  func strictRefusesTheRowByFileRowAndColumnAndLeavesNoFile(_ bad: BadRow) async throws {
    try await Program.with { program in
      try program.write(Self.file(Self.worked, bad.row, Self.worked), to: "answers.csv")
      let strict = try program.run(
        "score", "--screener", Program.openDemo, "--in", "answers.csv", "--strict", "--out", "scores.csv")
      #expect(strict.status == 65)
      #expect(strict.errors.hasPrefix("elsec: \(bad.sentence)\n  maybe: "), "\(strict.errors)")
      #expect(try program.files() == ["answers.csv"])
    }
  }

  @Test func strictRefusesARowWithTooLittleAnsweredForABand() async throws {
    try await Program.with { program in
      let row = "c,2022-09-15,2026-11-30,ENG,,,,C,C,I,C,I,I,NOB,NOB,NOB,SOM,NEV,SOM"
      try program.write(Self.file(Self.worked, row), to: "answers.csv")
      let kept = try program.run("score", "--screener", Program.openDemo, "--in", "answers.csv")
      #expect(kept.status == 0)
      #expect(kept.output.contains("missing:raw.e"))
      let strict = try program.run("score", "--screener", Program.openDemo, "--in", "answers.csv", "--strict")
      #expect(strict.status == 65)
      #expect(strict.errors.contains("missing:raw.e"))
      #expect(strict.errors.contains("answers.csv:3"))
    }
  }

  /// A header, and what is said of it.
  @Test(arguments: [
    ("child_ref,birth_date,birth_date", "the column 'birth_date' stands twice (-:1)"),
    (header.replacing("U2,", with: ""), "there is no column 'U2' (-:1)"),
    (header.replacing("test_date,", with: ""), "there is no column 'test_date' (-:1)"),
    ("", "the file is empty (-)"),
  ])
  func aHeaderThatCantBeUsedIsRefused(_ header: String, _ sentence: String) async throws {
    try await Program.with { program in
      let input = header.isEmpty ? "" : header + "\n"
      let done = try program.run("score", "--screener", Program.openDemo, "--in", "-", input: input)
      #expect(done.status == 65)
      #expect(done.errors.hasPrefix("elsec: \(sentence)\n  maybe: "), "\(done.errors)")
    }
  }

  @Test func aColumnThatNothingReadsIsNamed() async throws {
    try await Program.with { program in
      let done = try program.run(
        "score", "--screener", Program.openDemo, "--in", "-",
        input: "\(Self.header),shoe_size\n\(Self.worked),27\n")
      #expect(done.status == 0)
      #expect(done.errors == "not read: shoe_size\n")
      #expect(done.line(1).hasPrefix(Self.workedScores))
    }
  }

  @Test(arguments: ["x,2022-09-15\n", "x,2022-09-15,2026-11-30,ENG,\(answers),\"never closed\n"])
  func anOutFileAppearsWholeOrNotAtAll(_ broken: String) async throws {
    try await Program.with { program in
      // Long enough that scores are on the disk before the fault is met.
      let rows = (0..<3000).map { "r\($0),2022-09-15,2026-11-30,ENG,\(Self.answers)\n" }.joined()
      try program.write("\(Self.header)\n\(rows)", to: "answers.csv")
      let arguments = ["score", "--screener", Program.openDemo, "--in", "answers.csv", "--out", "scores.csv"]
      #expect(try program.run(arguments).status == 0)
      let whole = try program.read("scores.csv")
      #expect(whole.split(separator: "\n").count == 3001)

      try program.write("\(Self.header)\n\(rows)\(broken)", to: "answers.csv")
      let done = try program.run(arguments)
      #expect(done.status == 65)
      #expect(done.errors.contains("answers.csv:3002"), "\(done.errors)")
      #expect(try program.read("scores.csv") == whole, "the earlier file stands")
      #expect(try program.files() == ["answers.csv", "scores.csv"], "and no draft beside it")
      let unwritable = try program.run(arguments.dropLast() + ["nowhere/scores.csv"])
      #expect(unwritable.status == 73)
    }
  }

  @Test func theNumberOfThreadsChangesNeitherTheRowsNorTheFault() async throws {
    try await Program.with { program in
      let rows = (0..<12_000).map { row -> String in
        row % 1_000 == 7
          ? "\"r,\(row)\",soon,2026-11-30,ENG,\(Self.answers)\n" : "r\(row),2022-09-15,2026-11-30,ENG,\(Self.answers)\n"
      }
      try program.write("\(Self.header)\n\(rows.joined())", to: "answers.csv")
      let ask = ["score", "--screener", Program.openDemo, "--in", "answers.csv", "--threads"]
      let one = try program.run(ask + ["1"])
      #expect(one.lines.count == 12_001)
      #expect(one.line(9_008).hasPrefix("\"r,9007\",,,"))
      for threads in ["2", "5", "64"] {
        #expect(try program.run(ask + [threads]).output == one.output)
        let strict = try program.run(ask + [threads, "--strict"])
        #expect(strict.status == 65)
        #expect(strict.errors.hasPrefix("elsec: the cell is not YYYY-MM-DD (answers.csv:9:birth_date)\n"))
        #expect(strict.output == "")
      }
      for threads in ["0", "65", "two"] { #expect(try program.run(ask + [threads]).status == 64) }
    }
  }

  @Test func tenTimesTheRowsTakeNoMoreMemory() async throws {
    try await Program.with { program in
      let small = try Self.peak(rows: 6_000, program)
      let large = try Self.peak(rows: 60_000, program)
      #expect(Double(large) <= 1.3 * Double(small), "\(small) kB, then \(large) kB")
    }
  }

  /// Feeds rows through a pipe and asks, with the last of them in it, how much memory was held at most.
  private static func peak(rows: Int, _ program: Program) throws -> Int {
    let pipe = program.path(of: "pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let source = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let feed = open(pipe, O_WRONLY | O_CLOEXEC)
    _ = fcntl(source, F_SETFL, 0)
    let sink = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(sink) }
    let child = try ChildProcess(
      Program.path, ["score", "--screener", Program.openDemo, "--in", "-"], environment: program.environment,
      folder: program.folder.path, streams: [source, sink, STDERR_FILENO])
    close(source)
    var text = "\(self.header)\n"
    for row in 0..<rows {
      text += "r\(row),2022-09-15,2026-11-30,ENG,\(self.answers)\n"
      if text.utf8.count > 60_000 || row == rows - 1 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
          let count = bytes.withUnsafeBytes { write(feed, $0.baseAddress, $0.count) }
          try #require(count > 0)
          bytes = bytes.dropFirst(count)
        }
        text = ""
      }
    }
    let peak = child.peakKilobytes()
    close(feed)
    #expect(child.wait() == 0)
    return try #require(peak)
  }
}
