// SPDX-License-Identifier: Apache-2.0

/// A code or number with a written form that the type guarantees: a value that exists has been checked.
///
/// It is compared, encoded and kept in its normal form, ``text``, and sorts by it.
public protocol CheckedText: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// The normal form; `init(validating: text)` gives the same value back.
  var text: String { get }

  /// - Throws: ``Fault`` `value.malformed` naming the rule that is broken and what to try. The text itself
  ///   is never repeated: it may be about a child.
  init(validating text: some StringProtocol) throws
}

extension CheckedText {
  /// Returns `nil` where ``init(validating:)`` throws.
  public init?(_ text: some StringProtocol) {
    guard let value = try? Self(validating: text) else { return nil }
    self = value
  }

  public var description: String { self.text }

  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      self = try Self(validating: container.decode(String.self))
    } catch let fault as Fault {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: fault.message)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(self.text)
  }
}

/// The digits of `text` as numbers, or `nil` when any other character stands in it.
func digits(of text: some StringProtocol) -> [Int]? {
  var values: [Int] = []
  for byte in text.utf8 {
    guard (0x30...0x39).contains(byte) else { return nil }
    values.append(Int(byte) - 0x30)
  }
  return values
}

/// `text` as a whole number when it is exactly `count` digits, without a sign.
func number(_ text: some StringProtocol, digits count: Int) -> Int? {
  guard text.utf8.count == count else { return nil }
  return digits(of: text)?.reduce(0) { $0 * 10 + $1 }
}

/// `text` in upper case without spaces at either end or between.
func closedUp(_ text: some StringProtocol) -> String {
  String(text.uppercased().unicodeScalars.filter { $0 != " " && $0 != "\t" && $0 != "\u{A0}" })
}
