// SPDX-License-Identifier: Apache-2.0

import ScreenEntry
import Testing

/// Widths are those of the East Asian Width property (UAX 11) and of emoji presentation.
@Suite struct DisplayColumnsTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Zoë", 3), ("Zoe\u{308}", 3), ("山田", 4), ("한글", 4), ("カナ", 4), ("👩‍👧", 2), ("✓", 1),
  ])
  func aTextTakesTheColumnsThatATerminalGivesIt(_ text: String, _ columns: Int) {
    #expect(DisplayColumns.width(of: text) == columns)
  }

  @Test(arguments: [("abcdef", 4, "abc…"), ("山田太郎", 5, "山田…"), ("山田太郎", 4, "山…"), ("ab", 2, "ab"), ("ab", 0, "")])
  func clippingNeverBreaksACharacter(_ text: String, _ columns: Int, _ clipped: String) {
    #expect(DisplayColumns.clipped(text, to: columns) == clipped)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("山田太郎", 4, ["山田", "太郎"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("", 5, []),
  ])
  func wrappingBreaksAtBlanksAndLongWordsBetweenCharacters(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(DisplayColumns.wrapped(text, to: columns) == lines)
  }

  @Test func controlCharactersAreShownNotObeyed() {
    #expect(DisplayColumns.printable("a\u{1B}[2Jb\r\nc") == "a·[2Jb·c")
  }
}
