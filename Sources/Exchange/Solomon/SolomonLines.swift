// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The lines of a file that hold a word, one after another.
struct SolomonLines {
  private var lines: ArraySlice<SolomonLine>
  private var last = 0

  init(_ text: String) {
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.lines =
      all.enumerated().map { number, line in
        SolomonLine(number: number + 1, words: line.split(whereSeparator: \.isWhitespace).map(String.init))
      }[...]
    self.lines = self.lines.filter { !$0.words.isEmpty }[...]
  }

  mutating func following() -> SolomonLine? {
    guard let line = self.lines.popFirst() else { return nil }
    self.last = line.number
    return line
  }

  mutating func next(_ what: String) throws -> SolomonLine {
    if let line = self.following() { return line }
    throw Fault(
      .solomonMalformed, "the file ends before \(what)", at: "line \(self.last + 1)", maybe: "check that it is whole")
  }

  /// Passes over a line that has to begin with a word of the format.
  mutating func expect(_ word: String) throws {
    let line = try self.next("the line '\(word)'")
    guard line.words.first?.uppercased() == word else {
      throw line.fault(
        "the line does not begin with '\(word)'", maybe: "check that the file is in Solomon's text format")
    }
  }
}

struct SolomonLine {
  let number: Int
  let words: [String]

  func expect(_ count: Int, _ what: String) throws {
    guard self.words.count == count else {
      throw self.fault("\(self.words.count) values stand where \(count) are due: \(what)")
    }
  }

  func number(_ index: Int, _ what: String) throws -> Double {
    guard let value = Double(self.words[index]), value.isFinite else {
      throw self.fault("\(what) is not a number")
    }
    return value
  }

  /// A whole number, as `200` or `200.0`.
  func whole(_ index: Int, _ what: String) throws -> Int {
    let value = try self.number(index, what)
    guard let whole = Int(exactly: value), whole.magnitude <= 1_000_000_000 else {
      throw self.fault("\(what) is not a whole number in range")
    }
    return whole
  }

  func fault(_ message: String, maybe hint: String? = nil) -> Fault {
    Fault(.solomonMalformed, message, at: "line \(self.number)", maybe: hint)
  }
}
