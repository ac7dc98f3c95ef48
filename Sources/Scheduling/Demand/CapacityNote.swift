// SPDX-License-Identifier: Apache-2.0

/// What the week asks for beside what the team's hours roughly carry. An estimate: travel, windows and rooms
/// may leave less.
public struct CapacityNote: Sendable, Hashable, CustomStringConvertible {
  /// One combination of skills that visits ask for.
  public struct Line: Sendable, Hashable {
    /// Sorted.
    public let skills: [String]
    public let visits: Int
    /// Person-minutes: a joint visit counts twice.
    public let wanted: Int
    public let people: Int
    /// Visit minutes of the people who have these skills; they may be needed on other lines too.
    public let carried: Int
  }

  /// In order of their skills.
  public let lines: [Line]
  /// Person-minutes of all visits.
  public let wanted: Int
  /// Visit minutes of everybody.
  public let carried: Int
}
