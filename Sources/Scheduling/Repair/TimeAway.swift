// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Someone or some place on a day or part of it: `p3@2026-12-01`, `p3@2026-12-01T13:00-16:30`, and with a
/// day's number `p3@1`.
public struct TimeAway: CheckedText {
  /// The id before the last `@`.
  public let name: String
  public let day: RotaDay
  /// Minutes past midnight; `nil` = the whole day.
  public let hours: Range<Int>?

  /// Returns `nil` when there is no name, or the hours hold nothing or leave the day.
  public init?(name: String, day: RotaDay, hours: Range<Int>? = nil) {
    guard !name.isEmpty else { return nil }
    if let hours, hours.isEmpty || hours.lowerBound < 0 || hours.upperBound >= RotaProblem.Limit.minutesOfDay {
      return nil
    }
    self.name = name
    self.day = day
    self.hours = hours
  }

  public init(validating text: some StringProtocol) throws {
    guard let read = Self.read(String(text)) else {
      throw Fault(
        .malformed, "time away is an id, a day and perhaps hours of it",
        maybe: "write it as p3@2026-12-01 or p3@2026-12-01T13:00-16:30")
    }
    self = read
  }

  public var text: String {
    let hours = self.hours.map { "T\(RotaProblem.clock($0.lowerBound))-\(RotaProblem.clock($0.upperBound))" }
    return "\(self.name)@\(self.day)\(hours ?? "")"
  }

  private static func read(_ text: String) -> Self? {
    guard let at = text.lastIndex(of: "@") else { return nil }
    let parts = text[text.index(after: at)...].split(separator: "T", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let day = RotaDay(parts[0]) else { return nil }
    guard parts.count == 2 else { return Self(name: String(text[..<at]), day: day) }
    let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = TimeOfDay(ends[0]), let end = TimeOfDay(ends[1]), start < end else {
      return nil
    }
    return Self(name: String(text[..<at]), day: day, hours: start.minute..<end.minute)
  }
}
