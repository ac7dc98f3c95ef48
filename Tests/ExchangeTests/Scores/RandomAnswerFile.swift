// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Answer files as they come, and worse.
struct RandomAnswerFile {
  var random: SeededGenerator

  init(seed: UInt64) { self.random = SeededGenerator(seed: seed) }

  mutating func one(of choices: [String]) -> String { choices[self.random.below(choices.count)] }
  mutating func chance(of one: Int) -> Bool { self.random.below(one) == 0 }

  /// - Parameter rarity: one cell or row in so many is not as it should be.
  mutating func bytes(rows: Int, rarity: Int) -> [UInt8] {
    let columns =
      ["home_language", "A3", "child_ref", "weeks_gestation", "shoe_size", "A1", "birth_date"]
      + ["concern_slt", "test_date", "A2"]
    let end = self.chance(of: 3) ? "\r\n" : "\n"
    var text = (self.chance(of: 4) ? "\u{FEFF}" : "") + (self.chance(of: 8) ? end : "")
    text += columns.joined(separator: ",") + end
    for row in 0..<rows {
      if self.chance(of: rarity) { text += end }
      var cells = columns.map { self.cell($0, row: row, rarity: rarity) }
      if self.chance(of: rarity * 40) { cells.append("") }
      text += cells.joined(separator: ",")
      if row < rows - 1 || self.chance(of: 2) { text += self.chance(of: rarity * 3) ? "\n" : end }
    }
    var bytes = Array(text.utf8)
    for _ in 0..<2 where self.chance(of: 4) && rarity < 100 {
      bytes[self.random.below(bytes.count)] = [0x00, 0x0D, 0x22, 0x2C, 0x0A, 0x80, 0xC3, 0x41][self.random.below(8)]
    }
    return bytes
  }

  private mutating func cell(_ column: String, row: Int, rarity: Int) -> String {
    let cell = self.chance(of: rarity) ? self.oddCell(column) : self.usualCell(column, row: row)
    return self.chance(of: 5) && !cell.contains("\"") ? "\"\(cell)\"" : cell
  }

  private mutating func usualCell(_ column: String, row: Int) -> String {
    switch column {
    case "child_ref": "c\(row)"
    case "home_language": self.one(of: ["ENG", "ENG", "ENG", "", "PAN", "ENG;PAN", " ENG ;ENG"])
    case "weeks_gestation": self.one(of: ["", "", "", "27", "39+6", "31+0"])
    case "birth_date": "202\(1 + self.random.below(3))-0\(1 + self.random.below(9))-1\(self.random.below(10))"
    case "test_date": "2026-1\(self.random.below(3))-0\(1 + self.random.below(9))"
    case "concern_slt": self.one(of: ["", "no", "yes", "Y", "0", "1", "FALSE", "True"])
    case "shoe_size": self.one(of: ["", "27", "28 wide"])
    default: self.one(of: ["YES", "1", "no", "YES", "1", "no", ""])
    }
  }

  private mutating func oddCell(_ column: String) -> String {
    switch column {
    case "child_ref":
      self.one(of: ["", "\"b, c\"", "\"said \"\"hi\"\"\"", "\"two\nlines\"", "\"two\r\nlines\"", "Zoë", "=1+1"])
    case "home_language": self.one(of: [";", " ", "ENGLISH-AS-A-FIRST", "eng", "É", "ENG,"])
    case "weeks_gestation": self.one(of: ["9", "027", "45", "27+7", "27+", "+27", "27+03", "20", "44+6"])
    case "birth_date":
      self.one(of: [
        "", "2026-02-29", "2024-02-29", "15/09/2022", "2030-01-01", "1500-01-01", "2022-9-15", "2010-05-05",
      ])
    case "test_date": self.one(of: ["", "2026-11-31", "soon", "9999-12-31", "2026-11-3O"])
    case "concern_slt": self.one(of: ["maybe", "YES ", "2", "yess", "falsee", "nO"])
    case "shoe_size": self.one(of: ["\"1,5\"", "\u{1F45F}", "a\tb", "\"\""])
    default: self.one(of: ["X", "yes", "YES ", "NINECHARS", "é", "e\u{301}", "11", "no\u{7F}"])
    }
  }
}
