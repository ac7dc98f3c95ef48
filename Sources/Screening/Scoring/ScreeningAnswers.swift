// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What was written down for one child: a response code by item code. An item that is not in it was not
/// answered, which is never the same as an answer worth 0 points.
public struct ScreeningAnswers: Hashable, Sendable {
  public private(set) var byItem: [ItemCode: ResponseCode]

  public init(_ byItem: [ItemCode: ResponseCode] = [:]) { self.byItem = byItem }

  public subscript(item: ItemCode) -> ResponseCode? {
    get { self.byItem[item] }
    set { self.byItem[item] = newValue }
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

  /// An object from item code to response code.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.byItem = [:]
    for key in container.allKeys {
      self.byItem[ItemCode(key.stringValue)] = ResponseCode(try container.decode(String.self, forKey: key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for item in self.items {
      try container.encode(self.byItem[item], forKey: Key(stringValue: item.rawValue))
    }
  }
}
