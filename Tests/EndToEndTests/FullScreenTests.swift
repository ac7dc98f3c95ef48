// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// `elsec screen enter` on the whole window of a pseudo-terminal, 80 × 24.
@Suite(.serialized) struct FullScreenTests {
  static let answers = Array("cciciiasosns").map(String.init)
  /// What is asked after each of the answers.
  static let next = ["U4", "U5", "U6", "U7", "U8", "E1", "E2", "E3", "E4", "E5", "E6", "Every section is done"]

  @Test func aCohortOfTwelveIsEnteredByKeysAlone() async throws {
    try await Program.with { program in
      try program.makeArea(children: 12)
      let sitting = try Self.list(program)
      var presses = 0
      func type(_ keys: String) {
        sitting.type(keys)
        presses += keys.count
      }
      try sitting.wait(for: " 12 children: 12 to do")
      type("\r")
      for number in 1...12 {
        let asked = try sitting.wait(for: "Is this the child?", without: "Finished")
        #expect(asked.contains { $0.hasPrefix("  name      Ann") } && asked.contains("  born      2022-09-15"))
        type("y")
        try sitting.wait(for: " U3  follows two steps")
        for (key, next) in zip(Self.answers, Self.next) {
          type(key)
          try sitting.wait(for: " \(next)")
        }
        type("f")
        let done = try sitting.wait(for: "Finished and kept")
        #expect(done.contains("  band            amber") && done.contains("  proposed tier   targeted"))
        #expect(done.contains { $0.contains("\(number) done") })
        type("\r")
      }
      // From the list to the next child: Enter, y, twelve answers, f, Enter.
      #expect(presses == 1 + 12 * 15)
      try sitting.wait(for: "12 children: 12 done")
      sitting.type("/")
      #expect(sitting.end() == 0 && sitting.isSane)
      #expect(try program.run("screen", "list", "--json").rows.count == 12)
      try program.must("store", "check")
      try program.must("audit", "verify")
    }
  }

  @Test func killedAfterEveryKeystrokeNothingThatWasShownAsKeptIsLost() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      for (number, key) in Self.answers.enumerated() {
        let sitting = try Self.list(program)
        try sitting.wait(for: number == 0 ? ". to do" : "~ part entered, \(number) item")
        sitting.type("\r")
        try sitting.wait(for: "Is this the child?")
        sitting.type("y")
        try sitting.wait(for: number == 0 ? " U3  " : " \(Self.next[number - 1])  ")
        sitting.type(key)
        try sitting.wait(for: " kept")
        try sitting.wait(for: " \(Self.next[number])")
        sitting.kill()
        try program.must("store", "check")
      }
      let sitting = try Self.list(program)
      try sitting.wait(for: "part entered, 12 items kept")
      sitting.type("\ry")
      try sitting.wait(for: "Every section is done")
      sitting.type("f")
      try sitting.wait(for: "Finished and kept")
      sitting.type("/")
      try sitting.wait(for: "1 child: 1 done")
      sitting.kill()
      #expect(try program.run("screen", "list", "--json").rows.map { $0["band"] as? String } == ["amber"])
    }
  }

  @Test func anAbsentChildWhoComesAfterAllHasOneScreening() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let sitting = try Self.list(program)
      try sitting.wait(for: "1 to do")
      sitting.type("-a")
      try sitting.wait(for: "1 child: 1 absent")
      sitting.type("\ry")
      try sitting.wait(for: " U3  ")
      for (key, next) in zip(Self.answers, Self.next) {
        sitting.type(key)
        try sitting.wait(for: " \(next)")
      }
      sitting.type("f")
      try sitting.wait(for: "Finished and kept")
      sitting.type("\u{3}")
      #expect(sitting.end() == 0)
      let listed = try program.run("screen", "list", "--json").rows
      #expect(listed.map { $0["band"] as? String } == ["amber"])
      try program.must("audit", "verify")
    }
  }

  @Test func anAdaptiveScreenerAsksTheNextBestItemAndSaysWhenTheTierIsClear() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let arguments = [
        "screen", "enter", "--screener", "elsec.cat-demo", "--setting", "990001", "--date", "2026-11-30",
      ]
      var sitting = try Sitting(program, arguments, size: (80, 24))
      try sitting.wait(for: "1 to do")
      sitting.type("\ry")
      for number in 0..<8 {
        let shown = try sitting.wait(for: "   \(number) kept, ")
        #expect(shown.contains { $0.contains("says most about this child now (information ") })
        if number > 0 {
          #expect(shown.contains { $0.contains("B: ability ") }, "\(shown)")
          let asked = shown.filter { $0.contains("demo item") }
          sitting.kill()
          sitting = try Sitting(program, arguments, size: (80, 24))
          try sitting.wait(for: "part entered, \(number) item")
          sitting.type("\ry")
          #expect(try sitting.wait(for: "   \(number) kept, ").filter { $0.contains("demo item") } == asked)
        }
        sitting.type("i")
      }
      var shown = try sitting.wait(for: "   8 kept, ")
      while let item = shown.first(where: { $0.contains("demo item") })?.split(separator: " ").first {
        #expect(shown.contains { $0.contains("the tier is not clear yet") })
        sitting.type("i")
        // What was done stands at the foot: by then the rest is drawn.
        shown = try sitting.wait(for: "\(item) kept")
      }
      #expect(shown.contains(" Every section is done. Finish?"))
      #expect(shown.contains { $0.contains("the tier is clear") }, "\(shown)")
      sitting.type("f")
      try sitting.wait(for: "Finished and kept")
      sitting.type("\u{3}")
      #expect(sitting.end() == 0)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalEndsItWithTheTerminalAsItWas(_ signal: Int32) async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let sitting = try Self.list(program)
      try sitting.wait(for: "1 to do")
      #expect(sitting.window.isAlternate && sitting.window.hidesCursor && !sitting.isSane)
      sitting.type("\ry")
      try sitting.wait(for: " U3  ")
      sitting.type("c")
      try sitting.wait(for: " U4  ")
      sitting.signal(signal)
      #expect(sitting.end() == 128 + signal)
      #expect(sitting.isSane && !sitting.window.isAlternate && !sitting.window.hidesCursor)
      #expect(sitting.window.unknown.isEmpty)
    }
  }

  @Test func aWindowThatBecomesTooSmallSaysSoAndTakesNoAnswer() async throws {
    try await Program.with { program in
      try program.makeArea(children: 1)
      let sitting = try Self.list(program)
      try sitting.wait(for: "1 to do")
      sitting.type("\ry")
      try sitting.wait(for: " U3  ")
      sitting.resize(60, 20)
      try sitting.wait(for: "This window has 60 columns and 20 rows; 80 and 24 are")
      sitting.type("c")
      sitting.resize(100, 40)
      try sitting.wait(for: " U3  ", without: "This window")
      sitting.type("c")
      try sitting.wait(for: " U4  ")
      sitting.type("\u{3}")
      #expect(sitting.end() == 0)
    }
  }

  @Test func coloursGoWithNOCOLORAndTheWordsStay() async throws {
    var shown: [[String]] = []
    for environment in [[:], ["NO_COLOR": "1"]] {
      try await Program.with { program in
        try program.makeArea(children: 1)
        let sitting = try Self.list(program, environment)
        try sitting.wait(for: "1 to do")
        sitting.type("-")
        try sitting.wait(for: "Why is Ann0 Made-Up not screened?")
        sitting.type("a")
        shown.append(try sitting.wait(for: "enter answers"))
        #expect(sitting.window.lines.contains { $0.hasSuffix("- absent 2026-11-30") })
        #expect(sitting.window.colours.isEmpty == !environment.isEmpty)
        sitting.type("/")
        #expect(sitting.end() == 0)
      }
    }
    #expect(shown[0] == shown[1])
  }

  @Test(arguments: [["TERM": "dumb"], ["TERM": ""]])
  func aSimpleTerminalGetsPlainLines(_ environment: [String: String]) async throws {
    try await Program.with { program in
      try program.makeArea(children: 2)
      let sitting = try Self.list(program, environment)
      try sitting.read(until: "2 children: 2 to do\n")
      try sitting.read(until: "1 of 2: Ann0 Made-Up, born 2022-09-15, c0, to do ")
      sitting.type("\ry")
      try sitting.read(until: "U3  ")
      sitting.type("c")
      try sitting.read(until: "(U3 kept)")
      sitting.type("/")
      try sitting.read(until: "part entered, 1 item kept ")
      sitting.type("/")
      #expect(sitting.end() == 0)
      #expect(!sitting.screen.contains("\u{1B}"))
    }
  }

  private static func list(_ program: Program, _ environment: [String: String] = [:]) throws -> Sitting {
    try Sitting(
      program,
      ["screen", "enter", "--screener", Program.openDemo, "--setting", "990001", "--date", "2026-11-30"],
      size: (80, 24), environment: environment)
  }
}
