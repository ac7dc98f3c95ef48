// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Visits that belong together: one group's course of a programme.
public struct DemandSeriesRecord: Sendable, Hashable {
  public let id: SeriesID
  public var setting: SettingID
  public var programme: String
  public var tier: String
  public var skill: String
  public var sessionsPerWeek: Int
  public var weeks: Int
  public var starts: SchoolWeek?
  public var gapDays: Int
  public var sameStaff: SameStaff
  public var preferStaff: [String]
  public var source: DemandSource

  public init(
    id: SeriesID,
    setting: SettingID,
    programme: String,
    tier: String = "",
    skill: String = "",
    sessionsPerWeek: Int = 1,
    weeks: Int = 1,
    starts: SchoolWeek? = nil,
    gapDays: Int = 0,
    sameStaff: SameStaff = .any,
    preferStaff: [String] = [],
    source: DemandSource = .derived
  ) {
    self.id = id
    self.setting = setting
    self.programme = programme
    self.tier = tier
    self.skill = skill
    self.sessionsPerWeek = sessionsPerWeek
    self.weeks = weeks
    self.starts = starts
    self.gapDays = gapDays
    self.sameStaff = sameStaff
    self.preferStaff = preferStaff
    self.source = source
  }
}

extension DemandSeriesRecord: TableRow {
  static let table = TableShape(
    "demand_series",
    key: 1,
    [
      "id", "setting", "programme", "tier", "skill", "sessions_per_week", "weeks", "starts_week",
      "gap_days", "same_staff", "prefer_staff", "source",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      setting: try row.next(),
      programme: try row.next(),
      tier: try row.next(),
      skill: try row.next(),
      sessionsPerWeek: try row.next(),
      weeks: try row.next(),
      starts: try row.next(),
      gapDays: try row.next(),
      sameStaff: try row.next(),
      preferStaff: try row.next(),
      source: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.setting.column, self.programme.column, self.tier.column, self.skill.column,
      self.sessionsPerWeek.column, self.weeks.column, self.starts.column, self.gapDays.column,
      self.sameStaff.column, self.preferStaff.column, self.source.column,
    ]
  }
}
