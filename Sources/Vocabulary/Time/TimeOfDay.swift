// SPDX-License-Identifier: Apache-2.0

/// A minute of a school day, 00:00 to 23:59, local time of the setting. Text form `"09:15"`.
public struct TimeOfDay: Hashable, Sendable, Comparable {
  /// Minutes past midnight, 0 to 1439.
  public let minute: Int

  public init?(minute: Int) {
    guard (0..<1440).contains(minute) else { return nil }
    self.minute = minute
  }

  public init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    self.minute = hour * 60 + minute
  }

  /// Reads `HH:MM` exactly; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == 0x3A else { return nil }
    let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 0x30 }
    guard digits.allSatisfy((0...9).contains) else { return nil }
    self.init(hour: digits[0] * 10 + digits[1], minute: digits[2] * 10 + digits[3])
  }

  public static func < (a: Self, b: Self) -> Bool { a.minute < b.minute }
}

extension TimeOfDay: CustomStringConvertible {
  public var description: String {
    "\(padded(self.minute / 60, to: 2)):\(padded(self.minute % 60, to: 2))"
  }
}

extension TimeOfDay: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let time = TimeOfDay(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time of day HH:MM")
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(self.description)
  }
}
