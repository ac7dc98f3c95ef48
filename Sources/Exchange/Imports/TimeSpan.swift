// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A stretch of a day, as files write it: `08:30-16:30`.
public struct TimeSpan: Sendable, Hashable, CustomStringConvertible {
  public let start: TimeOfDay
  /// After `start`.
  public let end: TimeOfDay

  /// Reads `HH:MM-HH:MM` with the end after the start; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { trimmed(String($0)) }
    guard ends.count == 2, let start = TimeOfDay(ends[0]), let end = TimeOfDay(ends[1]), start < end
    else { return nil }
    self.start = start
    self.end = end
  }

  /// Reads stretches separated by semicolons, in order and apart; `nil` for anything else.
  public static func list(_ text: some StringProtocol) -> [TimeSpan]? {
    var spans: [TimeSpan] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      guard let span = TimeSpan(part) else { return nil }
      if let last = spans.last, span.start < last.end { return nil }
      spans.append(span)
    }
    return spans
  }

  public var description: String { "\(self.start)-\(self.end)" }
}
