// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension TierCondition {
  /// Reads a condition. Nothing is skipped: a word that is not understood is an error.
  public init(parsing text: String) throws(TierConditionError) {
    var parser = TierConditionParser(text)
    self = try parser.condition()
  }
}

/// Recursive descent over words and parentheses.
private struct TierConditionParser {
  private struct Word {
    let text: String
    let position: Int
  }

  private static let reserved: Set<String> = ["and", "or", "not", "in", "band", "=", "(", ")", "not-normed"]
  private var words: [Word] = []
  private var next = 0
  private let length: Int

  init(_ text: String) {
    var word = ""
    var start = 0
    self.length = text.count
    for (position, character) in text.enumerated() {
      if character == " " || character == "\t" || "()=".contains(character) {
        if !word.isEmpty { self.words.append(Word(text: word, position: start)) }
        word = ""
        if "()=".contains(character) { self.words.append(Word(text: String(character), position: position)) }
      } else {
        if word.isEmpty { start = position }
        word.append(character)
      }
    }
    if !word.isEmpty { self.words.append(Word(text: word, position: start)) }
  }

  mutating func condition() throws(TierConditionError) -> TierCondition {
    let condition = try self.either(depth: 0)
    guard self.next == self.words.count else { throw self.unexpected("`and`, `or` or the end") }
    return condition
  }

  private mutating func either(depth: Int) throws(TierConditionError) -> TierCondition {
    var condition = try self.both(depth: depth)
    while self.takes("or") { condition = .or(condition, try self.both(depth: depth)) }
    return condition
  }

  private mutating func both(depth: Int) throws(TierConditionError) -> TierCondition {
    var condition = try self.one(depth: depth)
    while self.takes("and") { condition = .and(condition, try self.one(depth: depth)) }
    return condition
  }

  private mutating func one(depth: Int) throws(TierConditionError) -> TierCondition {
    guard depth < 32 else { throw self.unexpected("a condition nested less than 32 deep") }
    if self.takes("not") { return .not(try self.one(depth: depth + 1)) }
    if self.takes("(") {
      let condition = try self.either(depth: depth + 1)
      guard self.takes(")") else { throw self.unexpected("`)`") }
      return condition
    }
    if self.takes("not-normed") { return .notNormed }
    if self.takes("band") { return try self.bands() }
    if let word = self.peek, word.hasPrefix("concern.") {
      guard let concern = Concern(rawValue: String(word.dropFirst("concern.".count))) else {
        throw self.unexpected(Concern.allCases.map { "concern.\($0.rawValue)" }.joined(separator: " or "))
      }
      self.next += 1
      return .concern(concern)
    }
    if let word = self.peek, word.hasPrefix("flag."), word.count > "flag.".count {
      self.next += 1
      return .flag(String(word.dropFirst("flag.".count)))
    }
    throw self.unexpected("`not-normed`, `band`, `concern.…`, `flag.…`, `not` or `(`")
  }

  private mutating func bands() throws(TierConditionError) -> TierCondition {
    if self.takes("=") {
      guard let band = self.takeName() else { throw self.unexpected("a band") }
      return .bandIn([band])
    }
    guard self.takes("in") else { throw self.unexpected("`=` or `in`") }
    var bands: [BandID] = []
    while let band = self.takeName() { bands.append(band) }
    guard !bands.isEmpty else { throw self.unexpected("a band") }
    return .bandIn(bands)
  }

  private var peek: String? { self.next < self.words.count ? self.words[self.next].text : nil }

  private mutating func takes(_ word: String) -> Bool {
    guard self.peek == word else { return false }
    self.next += 1
    return true
  }

  private mutating func takeName() -> BandID? {
    guard let word = self.peek, !Self.reserved.contains(word), !word.hasPrefix("concern."),
      !word.hasPrefix("flag.")
    else { return nil }
    self.next += 1
    return BandID(word)
  }

  private func unexpected(_ expected: String) -> TierConditionError {
    guard self.next < self.words.count else {
      return TierConditionError(position: self.length, found: "the end", expected: expected)
    }
    let word = self.words[self.next]
    return TierConditionError(position: word.position, found: "`\(word.text)`", expected: expected)
  }
}
