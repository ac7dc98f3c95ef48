// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Children of one setting who go through a programme together; one child where it is one to one.
public struct DemandGroup: Sendable, Hashable {
  /// The setting, the programme, the week of the first session and a number, joined by points. It stays
  /// with the group; keep it in every child's ``DemandInputs/Progress``.
  public let series: SeriesID
  public let setting: SettingID
  public let programme: ProgrammeID
  public let tier: String
  public let started: SchoolWeek
  /// Which week of the course this is, from 1, counting weeks with school at the setting.
  public let weekNumber: Int
  public let sessionsHeld: Int
  /// Sessions that should have been held before this week and were not.
  public let missed: Int
  /// The day of its latest session before this week, where it is known.
  public let lastSession: CivilDate?
  /// Sorted by id.
  public let children: [ChildID]

  public var isNew: Bool { self.weekNumber == 1 && self.sessionsHeld == 0 }
}
