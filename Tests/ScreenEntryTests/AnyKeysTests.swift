// SPDX-License-Identifier: Apache-2.0

import ScreenEntry
import Screening
import Testing
import Vocabulary

/// Whatever is pressed, and whatever the store refuses.
@Suite struct AnyKeysTests {
  static let keys: [EntryKey] =
    "yyyccccciiiinanosasosns<<=-+/?f12!lé山".map { .character($0) } + [
      .enter, .enter, .enter, .backspace, .up, .down, .tab, .escape, .pageUp, .pageDown,
    ]

  @Test(arguments: 0..<60)
  func nothingCrashesAndWhatIsShownAsKeptIsWhatWasAcknowledged(_ seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var bench = Bench(try Desk(3))
    var sizes = [(80, 24), (200, 60), (81, 25), (10, 3), (1, 1)]
    sizes.shuffle(using: &dice)
    for _ in 0..<300 {
      if Int.random(in: 0..<12, using: &dice) == 0 { bench.desk.refusals = [true] }
      guard let key = Self.keys.randomElement(using: &dice) else { break }
      bench.press(key)
      bench.desk.refusals = []
      if bench.hasLeft { bench = Bench(bench.desk) }
      if let sitting = bench.program.sitting {
        let kept = bench.desk.events[ChildID(sitting.entry.rawValue)] ?? []
        try #require(bench.program.kept == kept)
        let again = try EntrySession(of: bench.desk.screener, atMonths: 50, replaying: kept)
        try #require(sitting.session == again)
      }
      for (columns, rows) in [sizes[0], (80, 24)] {
        let screen = bench.screen(columns, rows)
        try #require(screen.lines.count == rows)
        try #require(screen.lines.allSatisfy { DisplayColumns.width(of: $0.text) <= columns })
      }
    }
  }

  /// Speech never moves a cursor: line ends are its only control characters.
  @Test(arguments: 0..<20)
  func plainSpeechHoldsNoControlCharacterButLineEnds(_ seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var desk = try Desk(2)
    desk.children.append(Desk.child("c\u{1B}[2J", "Eve\u{1B}[31m\u{7}\u{202E}"))
    var bench = Bench(desk)
    for _ in 0..<200 {
      guard let key = Self.keys.randomElement(using: &dice) else { break }
      bench.press(key)
      if bench.hasLeft { break }
      let shown = bench.screen().text + bench.said
      try #require(
        shown.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E) })
    }
  }
}
