// SPDX-License-Identifier: Apache-2.0

/// A stretch of one day. Text form `2026-11-30 09:00-11:45`.
public struct DatedWindow: CheckedText {
  public let date: CivilDate
  public let start: TimeOfDay
  /// After `start`.
  public let end: TimeOfDay

  /// Returns `nil` unless the start is before the end.
  public init?(date: CivilDate, start: TimeOfDay, end: TimeOfDay) {
    guard start < end else { return nil }
    self.date = date
    self.start = start
    self.end = end
  }

  public init(validating text: some StringProtocol) throws {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let ends = words.last?.split(separator: "-", omittingEmptySubsequences: false) ?? []
    guard words.count == 2, ends.count == 2, let date = CivilDate(words[0]), let start = TimeOfDay(ends[0]),
      let end = TimeOfDay(ends[1]), let window = DatedWindow(date: date, start: start, end: end)
    else {
      throw Fault(
        .malformed,
        "a window is a date, an earlier and a later time",
        maybe: "write it as 2026-11-30 09:00-11:45"
      )
    }
    self = window
  }

  /// Length in minutes.
  public var minutes: Int { self.end.minute - self.start.minute }

  public var text: String { "\(self.date) \(self.start)-\(self.end)" }
}
