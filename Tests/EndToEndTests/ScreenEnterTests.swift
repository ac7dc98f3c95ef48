// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// `elsec screen enter --plain` at a pseudo-terminal; see ``FullScreenTests`` for the full screen.
@Suite(.serialized) struct ScreenEnterTests {
  /// What is typed, what shows that it is kept, and where that leads.
  struct Step {
    let keys: String
    let shown: String
    /// Items that are kept after it.
    let items: Int
    /// The row that is kept of it: kind, item, code.
    let event: String
    /// What is asked next.
    let next: String
  }

  static let steps = [
    Step(keys: "c", shown: "(U3 kept)", items: 1, event: "answer U3 C", next: "U4  "),
    Step(keys: "c", shown: "(U4 kept)", items: 2, event: "answer U4 C", next: "U5  "),
    Step(keys: "i", shown: "(U5 kept)", items: 3, event: "answer U5 I", next: "U6  "),
    Step(keys: "-", shown: "(U6 kept)", items: 4, event: "skip U6", next: "U7  "),
    Step(keys: "<", shown: "back", items: 3, event: "back", next: "U6  "),
    Step(keys: "c", shown: "(U6 kept)", items: 4, event: "answer U6 C", next: "U7  "),
    Step(keys: "+looked away\r", shown: "note kept", items: 4, event: "note looked away", next: "U7  "),
    Step(keys: "i", shown: "(U7 kept)", items: 5, event: "answer U7 I", next: "U8  "),
    Step(keys: "i", shown: "(U8 kept)", items: 6, event: "answer U8 I", next: "E1  "),
    Step(keys: "a", shown: "(E1 kept)", items: 7, event: "answer E1 ALW", next: "E2  "),
    Step(keys: "s", shown: "(E2 kept)", items: 8, event: "answer E2 SOM", next: "E3  "),
    Step(keys: "o", shown: "(E3 kept)", items: 9, event: "answer E3 NOB", next: "E4  "),
    Step(keys: "s", shown: "(E4 kept)", items: 10, event: "answer E4 SOM", next: "E5  "),
    Step(keys: "n", shown: "(E5 kept)", items: 11, event: "answer E5 NEV", next: "E6  "),
    Step(keys: "s", shown: "(E6 kept)", items: 12, event: "answer E6 SOM", next: "Every section is done."),
  ]
  static let answers = [
    "U3": "C", "U4": "C", "U5": "I", "U6": "C", "U7": "I", "U8": "I", "E1": "ALW", "E2": "SOM", "E3": "NOB",
    "E4": "SOM", "E5": "NEV", "E6": "SOM",
  ]

  @Test(.enabled(if: Python.isThere))
  func noAcceptedAnswerIsLostWhenTheProgramIsKilledAfterAnyKeystroke() async throws {
    try await Program.with { program in
      try program.makeArea(children: Self.steps.count + 1)
      for killedAfter in 0...Self.steps.count {
        let child = "c\(killedAfter)"
        let first = try Self.open(child, in: program)
        for step in Self.steps[..<killedAfter] { try first.take(step) }
        first.kill()

        let done = Self.steps[..<killedAfter]
        #expect(try Self.events(of: child, in: program) == done.map(\.event), "killed after \(killedAfter)")
        let second = try Self.goOn(child, kept: done.last?.items ?? 0, next: done.last?.next ?? "U3  ", in: program)
        for step in Self.steps[killedAfter...] { try second.take(step) }
        try Self.finish(second, child, in: program)
        #expect(try Self.events(of: child, in: program) == Self.steps.map(\.event))
      }
      try program.must("store", "check")
      try program.must("audit", "verify")
    }
  }

  @Test(.enabled(if: Python.isThere))
  func oneSittingKilledAfterEveryKeystrokeKeepsThemAll() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      var sitting = try Self.open("c0", in: program)
      for step in Self.steps {
        sitting.type(step.keys)
        try sitting.read(until: step.shown)
        sitting.kill()
        sitting = try Self.goOn("c0", kept: step.items, next: step.next, in: program)
      }
      try Self.finish(sitting, "c0", in: program)
      #expect(try Self.events(of: "c0", in: program) == Self.steps.map(\.event))
    }
  }

  @Test(.enabled(if: Python.isThere))
  func anAnswerThatWasNotYetShownAsKeptIsKeptWholeOrNotAtAll() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      var sitting = try Self.open("c0", in: program)
      var (kept, asked) = (0, "U3  ")
      var killings = 0
      for (number, step) in Self.steps.enumerated() {
        var attempt = 0
        while true {
          sitting.type(step.keys)
          // From before the key is read to after it is kept, whichever machine this is.
          usleep(UInt32([0, 400, 1_500, 5_000, 20_000, 200_000][min(5, attempt + number % 3)]))
          sitting.kill()
          killings += 1
          try program.must("store", "check")
          let events = try Self.events(of: "c0", in: program)
          let isKept = events.count == number + 1
          #expect(events == Self.steps[..<(isKept ? number + 1 : number)].map(\.event))
          if isKept { (kept, asked) = (step.items, step.next) }
          sitting = try Self.goOn("c0", kept: kept, next: asked, in: program)
          if isKept { break }
          attempt += 1
          try #require(attempt < 20, "\(step.keys) is never kept")
        }
      }
      #expect(killings >= Self.steps.count)
      try Self.finish(sitting, "c0", in: program)
    }
  }

  @Test func aSittingKilledWhileItIsFinishedIsFinishedWholeOrStillOpen() async throws {
    try await Program.with { program in
      let pauses: [UInt32] = [0, 500, 2_000, 5_000, 10_000, 30_000]
      try program.makeArea(children: pauses.count)
      for (number, pause) in pauses.enumerated() {
        let child = "c\(number)"
        let sitting = try Self.open(child, in: program)
        for step in Self.steps { try sitting.take(step) }
        sitting.type("f")
        usleep(pause)
        sitting.kill()
        let kept = try program.run("screen", "list", "--json").rows.filter { $0["child"] as? String == child }
        if kept.isEmpty {
          let second = try Self.goOn(child, kept: 12, next: "Every section is done.", in: program)
          try Self.finish(second, child, in: program)
        } else {
          #expect(kept.count == 1)
          let id = try #require(kept[0]["screening"] as? String)
          #expect(
            try program.run("screen", "show", id, "--json").record["answers"] as? [String: String] == Self.answers)
        }
      }
      try program.must("store", "check")
    }
  }

  @Test func twoIdentifiersAreOnTheScreenBeforeTheFirstItemAndNoEntersNothing() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let sitting = try Sitting(program, Self.command("c0"))
      let before = try sitting.read(until: "y/n ")
      #expect(before.contains("Ann0 Made-Up, born 2022-09-15\n"))
      #expect(before.contains("child c0, setting 990001\n"))
      #expect(!before.contains("U3"))
      sitting.type("n")
      try sitting.read(until: "nothing was entered")
      #expect(sitting.end() == 0)
      #expect(sitting.isSane)
      #expect(try program.run("screen", "list", "--json").output == "[]\n")
    }
  }

  @Test func aKeyThatMeansNothingHereIsAnsweredWithTheKeysThatDo() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let sitting = try Self.open("c0", in: program)
      sitting.type("<")
      try sitting.read(until: "there is nothing to go back to")
      sitting.type("x")
      try sitting.read(until: "keys: C, I, N, A")
      sitting.type("\u{1B}[A\u{1B}[Cc")
      try sitting.read(until: "(U3 kept)")
      try sitting.read(until: "U4  ")
    }
  }

  @Test(arguments: ["/", "\u{3}", "\u{4}"])
  func leavingKeepsWhatWasTypedAndLeavesTheTerminalAsItWas(_ key: String) async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let sitting = try Sitting(program, Self.command("c0"))
      #expect(sitting.isSane)
      try sitting.read(until: "y/n ")
      sitting.type("y")
      try sitting.read(until: "U3  ")
      #expect(!sitting.isSane, "keys come one by one")
      try sitting.take(Self.steps[0])
      sitting.type(key)
      try sitting.read(until: "kept so far; the same command goes on from here")
      #expect(sitting.end() == 0)
      #expect(sitting.isSane)
      let second = try Self.goOn("c0", kept: 1, next: "U4  ", in: program)
      second.type("/")
      #expect(second.end() == 0)
    }
  }

  @Test func leavingAtTheEndIsNotFinishing() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let sitting = try Self.open("c0", in: program)
      for step in Self.steps { try sitting.take(step) }
      sitting.type("/")
      try sitting.read(until: "kept; the same command goes on from here")
      #expect(sitting.end() == 0)
      #expect(try program.run("screen", "list", "--json").output == "[]\n")
      let second = try Self.goOn("c0", kept: 12, next: "Every section is done.", in: program)
      try Self.finish(second, "c0", in: program)
    }
  }

  @Test func theStandingOfASectionIsSaidAsItIsTyped() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let sitting = try Self.open("c0", in: program)
      sitting.type("i")
      try sitting.read(until: "(U3 kept)")
      try sitting.read(until: "U2  ")
      for (key, item) in [("c", "U2"), ("c", "U1")] {
        sitting.type(key)
        try sitting.read(until: "(\(item) kept)")
      }
      for item in ["U4", "U5"] {
        try sitting.read(until: "\(item)  ")
        sitting.type("i")
        try sitting.read(until: "(\(item) kept)")
      }
      // Three failures in a row, U3 to U5, close the section.
      let closing = try sitting.read(until: "E1  ")
      #expect(closing.contains("U6"), "\(closing)")
    }
  }

  @Test func withoutATerminalItIsAWrongCallThatSaysWhatToUseInstead() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let done = try program.run(Self.command("c0"), input: "y")
      #expect(done.status == 64)
      #expect(
        done.errors == """
          elsec: this asks item by item and needs a terminal
            maybe: use 'elsec screen enter --paper' or 'elsec screen import' for input from a file

          """)
    }
  }

  @Test func paperKeepsAChildWhenBothTypingsAgree() async throws {
    try await Program.with { program in
      try program.makeArea(children: 2)
      let arguments = ["screen", "enter", "--screener", Program.openDemo, "--paper", "--date", "2026-11-30"]
      let keys = "--CCICII ASOSNS"
      let done = try program.run(
        arguments, input: "c0 \(keys)\n\(keys)\nc1 \(keys)\n--CCCCII ASOSNS\n")
      #expect(done.status == 65)
      #expect(
        done.errors.hasPrefix(
          "elsec: the two typings differ at U5; nothing was kept for this child (child 2)\n  maybe: "))
      #expect(done.output.contains("Ann0 Made-Up, born 2022-09-15"))
      #expect(done.output.hasSuffix("1 children kept\n"))
      let listed = try program.run("screen", "list", "--json").rows
      #expect(listed.map { $0["child"] as? String } == ["c0"])
      #expect(listed.map { $0["band"] as? String } == ["amber"])
    }
  }

  private static func command(_ child: String) -> [String] {
    ["screen", "enter", "--screener", Program.openDemo, "--child", child, "--date", "2026-11-30", "--plain"]
  }

  /// A new sitting, up to the first item.
  private static func open(_ child: String, in program: Program) throws -> Sitting {
    let sitting = try Sitting(program, Self.command(child))
    try sitting.read(until: "y/n ")
    sitting.type("y")
    try sitting.read(until: "elsec.open-demo 1.2.0 on 2026-11-30")
    try sitting.read(until: "U3  ")
    return sitting
  }

  /// A sitting that was left, up to the item that is due.
  private static func goOn(_ child: String, kept: Int, next: String, in program: Program) throws -> Sitting {
    let sitting = try Sitting(program, Self.command(child))
    try sitting.read(until: "y/n ")
    sitting.type("y")
    let shown = try sitting.read(until: next)
    #expect(shown.contains("going on with the entry of 2026-11-30: \(kept) item"), "\(shown)")
    return sitting
  }

  private static func finish(_ sitting: Sitting, _ child: String, in program: Program) throws {
    sitting.type("f")
    try sitting.read(until: "screening ")
    let id = String(try sitting.read(until: "\n").dropLast())
    #expect(sitting.end() == 0)
    #expect(sitting.isSane)
    let shown = try program.run("screen", "show", id, "--json").record
    #expect(shown["child"] as? String == child)
    #expect(shown["answers"] as? [String: String] == Self.answers)
    #expect((shown["scores"] as? [String: String])?["ss.all"] == "87")
    #expect(shown["band"] as? String == "amber")
    #expect(shown["isReproduced"] as? Bool == true)
  }

  /// The rows that are kept of a child's entry, read without elsec.
  private static func events(of child: String, in program: Program) throws -> [String] {
    let script = """
      import sqlite3, sys
      rows = sqlite3.connect(sys.argv[1]).execute("SELECT kind, item, code FROM entry_event JOIN entry "
        "ON entry.id = entry_event.entry WHERE child = ? ORDER BY sequence_number", [sys.argv[2]])
      for row in rows: print(" ".join(cell for cell in row if cell))
      """
    let read = try Python.run(script, program.path(of: "elsec.db"), child, in: program)
    #expect(read.status == 0, "\(read.errors)")
    return read.lines
  }
}

extension Sitting {
  /// Types a step's keys and waits until they are kept and the next question is there.
  func take(_ step: ScreenEnterTests.Step) throws {
    self.type(step.keys)
    try self.read(until: step.shown)
    try self.read(until: step.next)
  }
}
