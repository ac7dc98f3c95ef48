// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// What the service gives a device: children with all that is kept of their screenings, and what those need.
public struct FetchedRecords: Sendable, Hashable {
  /// Everything about one child that a device takes along. No UPN and no NHS number.
  public struct Child: Sendable, Hashable {
    public let child: ChildRecord
    public let cohorts: [CohortRecord]
    /// Superseded ones too; each after the one that it supersedes.
    public let screenings: [ScreeningRecord]
    public let confirmations: [TierConfirmationRecord]

    public init(
      child: ChildRecord, cohorts: [CohortRecord], screenings: [ScreeningRecord],
      confirmations: [TierConfirmationRecord]
    ) {
      self.child = child
      self.cohorts = cohorts
      self.screenings = screenings
      self.confirmations = confirmations
    }
  }

  /// What stands still while children come and go.
  public struct Area: Sendable, Hashable {
    public let name: String
    public let timeZone: String
    public let settings: [SettingRecord]
    public let calendar: [CalendarEntryRecord]

    public init(name: String, timeZone: String, settings: [SettingRecord], calendar: [CalendarEntryRecord]) {
      self.name = name
      self.timeZone = timeZone
      self.settings = settings
      self.calendar = calendar
    }
  }

  /// Whether everything is given from the start: what is not given again is no longer the device's.
  public let isRestart: Bool
  /// `nil` where nothing of it changed.
  public let area: Area?
  public let children: [Child]
  /// Children whom the device is to let go of.
  public let gone: [ChildID]
  /// For the next fetch.
  public let cursor: String
  /// Whether the next fetch has something at once.
  public let isMore: Bool

  public init(
    isRestart: Bool, area: Area?, children: [Child], gone: [ChildID], cursor: String, isMore: Bool
  ) {
    self.isRestart = isRestart
    self.area = area
    self.children = children
    self.gone = gone
    self.cursor = cursor
    self.isMore = isMore
  }
}
