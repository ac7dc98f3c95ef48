// SPDX-License-Identifier: Apache-2.0

/// Why a visit cannot go to certain people on a certain day while everything else stays: the first rule in
/// its way, and the values that break it.
public struct Obstacle: Sendable, Hashable {
  /// In the order in which rules are tried; the first that bars the way is the one reported.
  public enum Kind: Int, Sendable, CaseIterable, Comparable {
    /// The person does not work that day.
    case noShift
    /// The person lacks a skill of the slot.
    case skill
    /// The visit forbids the person.
    case forbidden
    /// The visit is pinned to other people, another day or another start.
    case pin
    /// No window of the visit on that day, or none that the person's shift holds long enough.
    case window
    /// The day's limit of visit minutes.
    case contactMinutes
    /// The week's limit of visits and travel.
    case weekMinutes
    /// Another visit of the series is too near.
    case seriesGap
    /// The series has other people and must keep them.
    case seriesStaff
    /// A visit that must come first is left out or too late, or one that must come later too early.
    case after
    /// The place has no room free.
    case rooms
    /// No gap of the day is long enough for the journeys and the visit.
    case gap
    /// The visit would fit, and then the break would not.
    case rest
    /// Each person of a joint visit has time, but never at once.
    case together

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public let kind: Kind
  /// A clause without its subject: "has 300 visit minutes with it; the limit is 270".
  public let message: String
  /// Minutes by which a limit or the longest free stretch misses what the visit needs; `nil` where the rule
  /// is not one of minutes.
  public let short: Int?

  public init(_ kind: Kind, _ message: String, short: Int? = nil) {
    self.kind = kind
    self.message = message
    self.short = short
  }
}
