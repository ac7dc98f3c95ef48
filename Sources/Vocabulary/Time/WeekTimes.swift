// SPDX-License-Identifier: Apache-2.0

/// Stretches of time that come back every week: when a setting takes visits, or when someone works.
///
/// Text form: stretches joined by `;`, each with its days, or without them for Monday to Friday:
/// `08:45-11:45;12:45-15:15`, `Mon,Thu 09:00-12:00`, `Mon-Wed 09:00-15:00;Fri 09:00-12:00`.
public struct WeekTimes: CheckedText {
  /// One stretch on one day; `start` is before `end`.
  public struct Span: Sendable, Hashable, Comparable {
    /// 1 is Monday, 7 is Sunday.
    public let weekday: Int
    public let start: TimeOfDay
    public let end: TimeOfDay

    /// Returns `nil` unless the weekday is 1 to 7 and the start before the end.
    public init?(weekday: Int, start: TimeOfDay, end: TimeOfDay) {
      guard (1...7).contains(weekday), start < end else { return nil }
      self.weekday = weekday
      self.start = start
      self.end = end
    }

    public static func < (a: Self, b: Self) -> Bool {
      (a.weekday, a.start, a.end) < (b.weekday, b.start, b.end)
    }
  }

  /// In order of day and time; no two overlap.
  public let spans: [Span]

  /// - Throws: ``Fault`` `value.malformed` when two stretches of one day overlap, or there are none.
  public init(_ spans: [Span]) throws {
    let sorted = spans.sorted()
    guard !sorted.isEmpty else {
      throw Fault(.malformed, "there is no stretch of time", maybe: "write it as 08:45-11:45;12:45-15:15")
    }
    for (earlier, later) in zip(sorted, sorted.dropFirst())
    where earlier.weekday == later.weekday && later.start < earlier.end {
      throw Fault(
        .malformed,
        "two stretches on \(Self.days[later.weekday - 1]) overlap at \(later.start)",
        maybe: "end one before the other begins"
      )
    }
    self.spans = sorted
  }

  public init(validating text: some StringProtocol) throws {
    let stretches = text.split(separator: ";", omittingEmptySubsequences: false)
    try self.init(stretches.flatMap { try Self.spans(Array($0.split(separator: " "))) })
  }

  /// The stretches of one day of the week, 1 to 7.
  public func spans(on weekday: Int) -> [Span] { self.spans.filter { $0.weekday == weekday } }

  public var text: String {
    var days: [[TimeOfDay]: [Int]] = [:]
    for span in self.spans { days[[span.start, span.end], default: []].append(span.weekday) }
    return days.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map { ends, weekdays in
      let times = "\(ends[0])-\(ends[1])"
      if weekdays == Array(1...5) { return times }
      return "\(weekdays.map { Self.days[$0 - 1] }.joined(separator: ",")) \(times)"
    }.joined(separator: ";")
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func spans(_ words: [some StringProtocol]) throws -> [Span] {
    let ends = words.last?.split(separator: "-", omittingEmptySubsequences: false) ?? []
    guard (1...2).contains(words.count), ends.count == 2, let start = TimeOfDay(ends[0]),
      let end = TimeOfDay(ends[1]), start < end,
      let weekdays = words.count == 1 ? Array(1...5) : self.weekdays(words[0])
    else {
      throw Fault(
        .malformed,
        "a stretch of time is an earlier and a later time, with days before it if not Monday to Friday",
        maybe: "write it as 09:00-12:00 or as Mon,Thu 09:00-12:00"
      )
    }
    return weekdays.compactMap { Span(weekday: $0, start: start, end: end) }
  }

  /// `Mon`, `Mon,Thu`, `Mon-Wed` and lists of these.
  private static func weekdays(_ text: some StringProtocol) -> [Int]? {
    var weekdays: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { name in self.days.firstIndex(of: String(name)) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last
      else { return nil }
      weekdays.formUnion((first...last).map { $0 + 1 })
    }
    return weekdays.sorted()
  }
}
