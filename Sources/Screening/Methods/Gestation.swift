// SPDX-License-Identifier: Apache-2.0

/// Time in the womb at birth, 20+0 to 44+6 weeks. Text form `27+0`.
public struct Gestation: Hashable, Sendable, CustomStringConvertible {
  /// The days of a pregnancy that ends on its due date.
  public static let term = 280

  public let weeks: Int
  /// 0 to 6.
  public let days: Int

  public init?(weeks: Int, days: Int = 0) {
    guard (20...44).contains(weeks), (0...6).contains(days) else { return nil }
    self.weeks = weeks
    self.days = days
  }

  /// Reads `27+3`, or `27` for 27+0; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard digits, (1...2).contains(parts.count), let weeks = Int(parts[0]),
      let days = parts.count == 1 ? 0 : Int(parts[1])
    else { return nil }
    self.init(weeks: weeks, days: days)
  }

  public var inDays: Int { self.weeks * 7 + self.days }
  public var description: String { "\(self.weeks)+\(self.days)" }
}
