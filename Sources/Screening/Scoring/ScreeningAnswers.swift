// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What was written down for one child: a response code by item code. An item that is not in it was not
/// answered, which is never the same as an answer worth 0 points.
public struct ScreeningAnswers: Hashable, Sendable {
  public private(set) var byItem: [ItemCode: ResponseCode]
  /// In which language an answer was given, as a CBDS code, where it is not the usual one. Only items that are
  /// answered have one.
  public private(set) var languages: [ItemCode: String]

  /// Languages of items without an answer, and empty ones, are dropped.
  public init(_ byItem: [ItemCode: ResponseCode] = [:], languages: [ItemCode: String] = [:]) {
    self.byItem = byItem
    self.languages = languages.filter { byItem[$0.key] != nil && !$0.value.isEmpty }
  }

  /// Taking an answer away takes its language away; another answer to the item keeps it.
  public subscript(item: ItemCode) -> ResponseCode? {
    get { self.byItem[item] }
    set {
      self.byItem[item] = newValue
      if newValue == nil { self.languages[item] = nil }
    }
  }

  /// Says in which language an item was answered; `nil` or an empty code is the usual one. Nothing happens for an
  /// item without an answer.
  public mutating func setLanguage(_ code: String?, of item: ItemCode) {
    guard self.byItem[item] != nil else { return }
    self.languages[item] = code == "" ? nil : code
  }

  public var isEmpty: Bool { self.byItem.isEmpty }

  /// Answered items in ascending code.
  public var items: [ItemCode] { self.byItem.keys.sorted() }
}

extension ScreeningAnswers: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private struct Spoken: Codable {
    let code: String
    let language: String
  }

  /// An object from item code to response code, or to `{"code", "language"}` where a language is known.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init()
    for key in container.allKeys {
      let item = ItemCode(key.stringValue)
      if let code = try? container.decode(String.self, forKey: key) {
        self[item] = ResponseCode(code)
      } else {
        let spoken = try container.decode(Spoken.self, forKey: key)
        self[item] = ResponseCode(spoken.code)
        self.setLanguage(spoken.language, of: item)
      }
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for item in self.items {
      let key = Key(stringValue: item.rawValue)
      if let code = self.byItem[item], let language = self.languages[item] {
        try container.encode(Spoken(code: code.rawValue, language: language), forKey: key)
      } else {
        try container.encode(self.byItem[item], forKey: key)
      }
    }
  }
}
