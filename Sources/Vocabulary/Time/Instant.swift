// SPDX-License-Identifier: Apache-2.0

/// A point in time in whole microseconds since 1970-01-01T00:00:00Z. Text form is RFC 3339 in UTC:
/// `2026-11-30T09:15:00.000000Z`; time zones exist only where a person reads it.
public struct Instant: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  public let microseconds: Int

  public init(microseconds: Int) { self.microseconds = microseconds }

  /// The day in UTC.
  public var date: CivilDate {
    CivilDate(dayNumber: (self.microseconds - self.microseconds %% 86_400_000_000) / 86_400_000_000)
  }

  /// - Parameter duration: parts of a microsecond are dropped.
  public func adding(_ duration: Duration) -> Instant {
    let (seconds, attoseconds) = duration.components
    return Instant(
      microseconds: self.microseconds + Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000))
  }

  public var description: String {
    let within = self.microseconds %% 86_400_000_000
    let seconds = within / 1_000_000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
      .joined(separator: ":")
    return "\(self.date)T\(clock).\(padded(within % 1_000_000, to: 6))Z"
  }

  /// Reads the form that ``description`` writes; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    guard text.utf8.count == 27, text.hasSuffix("Z") else { return nil }
    let parts = text.dropLast().split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(parts[0]) else { return nil }
    let halves = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, let micro = number(halves[1], digits: 6), halves[0].utf8.count == 8,
      let time = TimeOfDay(halves[0].prefix(5)), halves[0].dropFirst(5).first == ":",
      let second = number(halves[0].suffix(2), digits: 2), second < 60
    else { return nil }
    self.microseconds = ((date.dayNumber * 1440 + time.minute) * 60 + second) * 1_000_000 + micro
  }

  public static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let instant = Instant(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UTC instant")
    }
    self = instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(self.description)
  }
}
