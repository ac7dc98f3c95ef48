// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A visit that the week asks for, before anyone is chosen to make it.
public struct DemandVisit: Sendable, Hashable {
  /// The week, the series and a number in it, joined by points: the same demand has the same id each time
  /// it is derived.
  public let id: VisitID
  public let setting: SettingID
  public let programme: ProgrammeID?
  /// `group`, `therapy`, `assess`, `screen`, `rescreen`, or what the manager called it.
  public let kind: String
  public let minutes: Int
  /// One entry a person, each the skills that this person must all have.
  public let slots: [Set<String>]
  /// In order; none is shorter than the visit, and none lies on a day without school, INSET days excepted
  /// where ``allowsINSETDays`` is set.
  public let windows: [DatedWindow]
  public let allowsINSETDays: Bool
  /// What leaving it out costs.
  public let weight: Int
  public let series: SeriesID?
  public let gapDays: Int
  public let sameStaff: RotaProblem.Series.SameStaff
  public let after: [RotaProblem.Precedence]
  public let preferStaff: [StaffID]
  /// Who is seen, sorted by id.
  public let children: [ChildID]
  /// Why it is asked for and what its weight is made of: `targeted, week 3 of 9, missed 1`. Names no child.
  public let reason: String

  public init(
    id: VisitID,
    setting: SettingID,
    programme: ProgrammeID? = nil,
    kind: String,
    minutes: Int,
    slots: [Set<String>],
    windows: [DatedWindow],
    allowsINSETDays: Bool = false,
    weight: Int,
    series: SeriesID? = nil,
    gapDays: Int = 0,
    sameStaff: RotaProblem.Series.SameStaff = .any,
    after: [RotaProblem.Precedence] = [],
    preferStaff: [StaffID] = [],
    children: [ChildID] = [],
    reason: String
  ) {
    self.id = id
    self.setting = setting
    self.programme = programme
    self.kind = kind
    self.minutes = minutes
    self.slots = slots.isEmpty ? [[]] : slots
    self.windows = windows
    self.allowsINSETDays = allowsINSETDays
    self.weight = weight
    self.series = series
    self.gapDays = gapDays
    self.sameStaff = sameStaff
    self.after = after
    self.preferStaff = preferStaff
    self.children = children
    self.reason = reason
  }
}
