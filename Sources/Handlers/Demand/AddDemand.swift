// SPDX-License-Identifier: Apache-2.0

import Scheduling
public import Storage
public import Vocabulary

/// A visit that the manager asks for beside what the pathways do: coaching, training, an audit.
public enum AddDemand: RecordOperation {
  public struct Input: Sendable {
    public let week: SchoolWeek
    public let setting: SettingID
    public let kind: String
    public let minutes: Int
    /// One entry a person, the skills joined by spaces.
    public let slots: [String]
    /// When it may take place; empty = the session times of the setting on its open days.
    public let windows: [DatedWindow]
    /// `nil`: what the rules say for the kind.
    public let weight: Int?
    public let reason: String

    public init(
      week: SchoolWeek, setting: SettingID, kind: String, minutes: Int, slots: [String],
      windows: [DatedWindow] = [], weight: Int? = nil, reason: String
    ) {
      self.week = week
      self.setting = setting
      self.kind = kind
      self.minutes = minutes
      self.slots = slots
      self.windows = windows
      self.weight = weight
      self.reason = reason
    }
  }

  public static let name = "demand.add"
  public static let roles = Set<Role>.managing
  public static let isSmall = true

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> DemandVisitRecord {
    guard let setting = try records.setting(input.setting) else {
      throw Fault(.notFound, "there is no setting '\(input.setting)'", maybe: "see 'elsec settings list'")
    }
    guard (5...480).contains(input.minutes) else {
      throw Fault(.notValid, "a visit of \(input.minutes) minutes", maybe: "5 to 480 minutes")
    }
    let weight = input.weight ?? practice.rules.visitWeights[input.kind] ?? 0
    guard (0...1_000_000).contains(weight) else {
      throw Fault(.notValid, "a weight of \(weight)", maybe: "0 to 1000000")
    }
    let windows =
      input.windows.isEmpty
      ? try records.openWindows(of: setting, in: input.week, practice.rules) : input.windows
    guard windows.contains(where: { $0.minutes >= input.minutes }) else {
      throw Fault(
        .notValid, "no time of \(input.week) at \(setting.id) holds \(input.minutes) minutes",
        maybe: "name a window with --window, or another week")
    }
    if let outside = windows.first(where: { SchoolWeek(containing: $0.date) != input.week }) {
      throw Fault(.notValid, "the window \(outside) is not in \(input.week)", maybe: "give a day of that week")
    }
    let record = DemandVisitRecord(
      id: VisitID("\(input.week).asked.\(practice.newID())"), setting: setting.id, week: input.week,
      kind: input.kind, minutes: input.minutes, slots: input.slots.isEmpty ? [""] : input.slots,
      windows: windows.map(\.text).joined(separator: ";"), weight: weight, reason: input.reason,
      source: .manager)
    try records.put(record, for: [])
    return record
  }
}

extension Reading {
  /// The session times of a setting on the days of a week on which it is open.
  func openWindows(of setting: SettingRecord, in week: SchoolWeek, _ rules: WeekRules) throws -> [DatedWindow] {
    let phase = setting.phase
    let times =
      WeekTimes(setting.sessions) ?? rules.sessionTimes.byPhase[phase] ?? rules.sessionTimes.otherwise
    return try self.schoolCalendar().schoolDays(of: week, at: setting.id).flatMap { date in
      times.spans(on: date.weekday).compactMap { DatedWindow(date: date, start: $0.start, end: $0.end) }
    }
  }
}
