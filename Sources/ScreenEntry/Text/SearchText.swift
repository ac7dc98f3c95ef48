// SPDX-License-Identifier: Apache-2.0

/// A text as it is compared when a person searches: lower case, common accents of Latin letters taken off, so that
/// `zoe` finds Zoë and `lukasz` finds Łukasz.
struct SearchText: Hashable, Sendable {
  private let words: [String]

  init(_ text: String) {
    self.words = text.lowercased().map { Self.plain[$0] ?? String($0) }.joined()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether every word of `searched` begins a word of this text.
  func matches(_ searched: SearchText) -> Bool {
    searched.words.allSatisfy { part in self.words.contains { $0.hasPrefix(part) } }
  }

  private static let plain: [Character: String] = {
    let letters: [(String, String)] = [
      ("àáâãäåāăą", "a"), ("çćčĉċ", "c"), ("ďđð", "d"), ("èéêëēėęě", "e"), ("ğĝģ", "g"), ("ĥħ", "h"),
      ("ìíîïīįı", "i"), ("ķ", "k"), ("ĺļľł", "l"), ("ñńņň", "n"), ("òóôõöøōő", "o"), ("ŕř", "r"),
      ("śşšș", "s"), ("ťţț", "t"), ("ùúûüūůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"), ("æ", "ae"),
      ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
    ]
    return Dictionary(
      letters.flatMap { accented, plain in accented.map { ($0, plain) } }, uniquingKeysWith: { first, _ in first })
  }()
}
