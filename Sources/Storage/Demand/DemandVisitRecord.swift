// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A visit that a pathway or the manager asks for in one week.
public struct DemandVisitRecord: Sendable, Hashable {
  public let id: VisitID
  public var series: SeriesID?
  public var setting: SettingID
  public var week: SchoolWeek
  /// `screen`, `group`, `coach`, …
  public var kind: String
  public var programme: String
  /// Which session of its series this is, from 1.
  public var session: Int
  public var minutes: Int
  /// One entry a person needed: the skills that person must have, separated by spaces.
  public var slots: [String]
  /// When it may take place, in the form the rota's maker reads; empty is whenever the setting is open.
  public var windows: String
  /// What leaving it out costs.
  public var weight: Int
  public var preferStaff: [String]
  public var forbidStaff: [String]
  /// The visits that must have ended first.
  public var after: [VisitID]
  /// Least minutes between the end of each of those and the start of this one.
  public var gapMinutes: Int
  /// Whether a day on which only the setting's staff are in will do.
  public var allowsINSETDays: Bool
  /// Why it is asked for; no child is named.
  public var reason: String
  public var source: DemandSource
  public var cancelledAt: Instant?
  public var cancelReason: String?

  public init(
    id: VisitID,
    series: SeriesID? = nil,
    setting: SettingID,
    week: SchoolWeek,
    kind: String,
    programme: String = "",
    session: Int = 1,
    minutes: Int,
    slots: [String] = [""],
    windows: String = "",
    weight: Int = 0,
    preferStaff: [String] = [],
    forbidStaff: [String] = [],
    after: [VisitID] = [],
    gapMinutes: Int = 0,
    allowsINSETDays: Bool = false,
    reason: String = "",
    source: DemandSource = .derived,
    cancelledAt: Instant? = nil,
    cancelReason: String? = nil
  ) {
    self.id = id
    self.series = series
    self.setting = setting
    self.week = week
    self.kind = kind
    self.programme = programme
    self.session = session
    self.minutes = minutes
    self.slots = slots
    self.windows = windows
    self.weight = weight
    self.preferStaff = preferStaff
    self.forbidStaff = forbidStaff
    self.after = after
    self.gapMinutes = gapMinutes
    self.allowsINSETDays = allowsINSETDays
    self.reason = reason
    self.source = source
    self.cancelledAt = cancelledAt
    self.cancelReason = cancelReason
  }
}

extension DemandVisitRecord: TableRow {
  static let table = TableShape(
    "demand_visit",
    key: 1,
    [
      "id", "series", "setting", "week", "kind", "programme", "session_number", "minutes", "slots",
      "windows", "weight", "prefer_staff", "forbid_staff", "after_visits", "gap_minutes",
      "allows_inset_days", "reason", "source", "cancelled_at", "cancel_reason",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      series: try row.next(),
      setting: try row.next(),
      week: try row.next(),
      kind: try row.next(),
      programme: try row.next(),
      session: try row.next(),
      minutes: try row.next(),
      slots: try row.next(),
      windows: try row.next(),
      weight: try row.next(),
      preferStaff: try row.next(),
      forbidStaff: try row.next(),
      after: try row.next([String].self).map(VisitID.init(rawValue:)),
      gapMinutes: try row.next(),
      allowsINSETDays: try row.next(),
      reason: try row.next(),
      source: try row.next(),
      cancelledAt: try row.next(),
      cancelReason: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.series.column, self.setting.column, self.week.column, self.kind.column,
      self.programme.column, self.session.column, self.minutes.column, self.slots.column,
      self.windows.column, self.weight.column, self.preferStaff.column, self.forbidStaff.column,
      self.after.map(\.rawValue).column, self.gapMinutes.column, self.allowsINSETDays.column,
      self.reason.column, self.source.column, self.cancelledAt.column, self.cancelReason.column,
    ]
  }
}
