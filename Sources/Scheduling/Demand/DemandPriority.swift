// SPDX-License-Identifier: Apache-2.0

/// By how much a visit's weight rises above that of its programme. All numbers are percent of that weight.
public struct DemandPriority: Sendable, Hashable {
  /// For a course that has begun: stopping half way helps nobody.
  public var running = 25
  /// For every session missed so far, up to `mostMissed` of them.
  public var missedSession = 10
  public var mostMissed = 5
  /// For the last two weeks of a course.
  public var lastWeeks = 15
  /// For screening that should have ended before this week.
  public var overdue = 50

  public init() {}

  /// What the standing of its course raises a session by, before what the session itself has waited.
  func percent(for group: DemandGroup, of programme: Programme) -> Int {
    self.percent(
      missed: group.missed,
      isNew: group.isNew,
      isEnding: group.weekNumber >= max(2, programme.weeks - 1)
    )
  }

  func percent(missed: Int, isNew: Bool, isEnding: Bool) -> Int {
    var percent = min(missed, self.mostMissed) * self.missedSession
    if !isNew { percent += self.running }
    if isEnding { percent += self.lastWeeks }
    return percent
  }

  func raised(_ weight: Int, by percent: Int) -> Int { weight * (100 + max(0, percent)) / 100 }
}
