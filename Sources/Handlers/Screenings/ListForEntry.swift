// SPDX-License-Identifier: Apache-2.0

import Screening
public import Storage
public import Vocabulary

/// The children of a setting or year group, or one child, with how each stands with a screener on a day: by family
/// name, given name and id. Leaves a trace of everyone at the setting.
public enum ListForEntry: Operation {
  public struct Input: Sendable {
    public let screener: String
    public let testDate: CivilDate
    public let phase: ScreeningPhase
    public let setting: SettingID?
    public let yearGroup: NCYear?
    /// Only this child, whatever the other two say.
    public let child: ChildID?

    public init(
      screener: String, testDate: CivilDate, phase: ScreeningPhase, setting: SettingID? = nil,
      yearGroup: NCYear? = nil, child: ChildID? = nil
    ) {
      self.screener = screener
      self.testDate = testDate
      self.phase = phase
      self.setting = setting
      self.yearGroup = yearGroup
      self.child = child
    }
  }

  public struct Line: Sendable, Hashable {
    public let child: ChildRecord
    public let standing: EntryStanding
  }

  public struct Output: Sendable {
    /// The setting's name; `nil` when the list is not of one setting.
    public let settingName: String?
    public let lines: [Line]
  }

  public static let name = "entry.list"
  public static let roles = Set<Role>.team

  /// - Throws: `record.not-found` for a child or a setting that is not there.
  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let definition = try practice.screener(input.screener)
    return try await practice.store.write(as: person) { records in
      let settingName = try input.setting.map { id in
        guard let setting = try records.setting(id) else {
          throw Fault(.notFound, "there is no such setting", at: "setting \(id)", maybe: "see 'elsec settings list'")
        }
        return setting.name
      }
      let shown: [ChildRecord]
      if let id = input.child {
        guard let child = try records.child(id) else { throw Fault.noChild(id) }
        shown = [child]
      } else {
        shown = try records.everyChild(at: input.setting).filter { child in
          input.yearGroup.map { child.yearGroup(on: input.testDate) == $0 } ?? true
        }
      }
      let book = try EntryBook(definition, input, CohortBook(try records.schoolCalendar()), in: records)
      let lines = try shown.map { Line(child: $0, standing: try book.standing(of: $0, in: records)) }
      return Output(
        settingName: settingName,
        lines: lines.sorted { a, b in
          (a.child.familyName, a.child.givenName, a.child.id) < (b.child.familyName, b.child.givenName, b.child.id)
        })
    }
  }
}

/// What is kept that bears on how children stand, read once for a whole list.
private struct EntryBook {
  let definition: ScreenerDefinition
  let input: ListForEntry.Input
  /// The latest of the term by child.
  private let latest: [ChildID: ScreeningRecord]
  private let open: [ChildID: EntryRecord]

  init(
    _ definition: ScreenerDefinition, _ input: ListForEntry.Input, _ cohorts: CohortBook, in records: Records
  ) throws {
    self.definition = definition
    self.input = input
    let id = definition.id.rawValue
    let kept: [ScreeningRecord] =
      if let child = input.child {
        try records.screenings(of: child, screener: id, phase: input.phase)
      } else {
        try records.decidedScreenings(at: input.setting, phase: input.phase).map(\.screening)
      }
    self.latest = Dictionary(
      kept.filter { $0.screener == id && cohorts.isOneTerm($0.testDate, input.testDate) }.map { ($0.child, $0) },
      uniquingKeysWith: { a, b in (a.testDate, a.recordedAt, a.id) < (b.testDate, b.recordedAt, b.id) ? b : a })
    self.open = Dictionary(
      try records.entries(status: .open, child: input.child)
        .filter { $0.screener == id && $0.phase == input.phase }.map { ($0.child, $0) },
      // Newest first: the one that would be taken up.
      uniquingKeysWith: { newest, _ in newest })
  }

  func standing(of child: ChildRecord, in records: Records) throws -> EntryStanding {
    if let day = child.optedOut { return .optedOut(day) }
    let latest = self.latest[child.id]
    if let entry = self.open[child.id], latest.map({ $0.recordedAt < entry.startedAt }) ?? true {
      let items = try self.items(of: entry, in: records)
      if items > 0 { return .partEntered(items: items) }
    }
    if let latest {
      if let reason = latest.notScreenedReason { return .notScreened(on: latest.testDate, reason) }
      return .screened(on: latest.testDate, proposedTier: latest.proposedTier)
    }
    guard
      let age = ScreeningAge(
        birth: child.birthDate, test: self.input.testDate,
        gestation: child.weeksGestation.flatMap { Gestation(weeks: $0) }, policy: self.definition.age)
    else { return .notBorn }
    let policy = self.definition.age
    guard policy.range.contains(age.months) || policy.outside == .nearestFlagged else {
      return .outsideAge(months: age.months)
    }
    return .toDo
  }

  private func items(of entry: EntryRecord, in records: Records) throws -> Int {
    try records.events(of: entry.id).reduce(0) { count, event in
      switch event.kind {
      case .answer, .skip: count + 1
      case .back: count - 1
      case .note, .language: count
      }
    }
  }
}
