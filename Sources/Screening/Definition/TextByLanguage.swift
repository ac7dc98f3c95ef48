// SPDX-License-Identifier: Apache-2.0

/// Words for people, by ISO 639-1 language code. Nothing is ever scored by them.
public struct TextByLanguage: Hashable, Sendable, CustomStringConvertible {
  public let byLanguage: [String: String]

  public init(_ byLanguage: [String: String]) { self.byLanguage = byLanguage }
  /// English words only.
  public init(english: String) { self.byLanguage = ["en": english] }

  /// The words in `language`, else in English, else in the first language by code; empty when there are none.
  public func text(in language: String) -> String {
    self.byLanguage[language] ?? self.byLanguage["en"]
      ?? self.byLanguage.min { $0.key < $1.key }?.value ?? ""
  }

  public var description: String { self.text(in: "en") }
}
