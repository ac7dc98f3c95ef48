// SPDX-License-Identifier: Apache-2.0

import Handlers
import ScreenEntry
import Screening
import Storage
import Vocabulary

/// Does what an ``ScreenEntry/EntryProgram`` asks for, with the operations of the practice.
struct EntryDesk {
  let session: StoreOptions.Session
  let screener: String
  let date: CivilDate
  let phase: Storage.ScreeningPhase
  let setting: SettingID?
  let yearGroup: NCYear?
  let child: ChildID?

  func `do`(_ action: EntryAction) async -> EntryNews {
    do {
      switch action {
      case .list: return .listed(try await self.list())
      case .open(let child): return .opened(try await self.open(child))
      case .keep(let event, let entry, let after):
        try await AppendEntryEvent.run(
          AppendEntryEvent.Input(entry: entry, event: event, after: after), in: self.session.practice,
          as: self.session.person)
        return .kept
      case .finish(let entry, let concern):
        return .finished(EntryResult(try await self.finish(entry, concern)))
      case .record(let child, let reason):
        try await self.record(child, reason)
        return .recorded
      case .leave: throw Fault(.defect, "there is nothing to do when the program is left")
      }
    } catch {
      return .refused(error)
    }
  }

  private func list() async throws -> Roster {
    let output = try await ListForEntry.run(
      ListForEntry.Input(
        screener: self.screener, testDate: self.date, phase: self.phase, setting: self.setting,
        yearGroup: self.yearGroup, child: self.child),
      in: self.session.practice, as: self.session.person)
    let parts = [output.settingName ?? (self.setting == nil ? "All settings" : nil), self.yearGroup?.title]
    return Roster(
      title: parts.compactMap(\.self).joined(separator: ", "),
      children: output.lines.map { line in
        RosterChild(
          id: line.child.id, givenName: line.child.givenName, familyName: line.child.familyName,
          birthDate: line.child.birthDate, setting: line.child.setting, state: RosterState(line.standing))
      })
  }

  private func open(_ child: ChildID) async throws -> EntrySitting {
    let opened = try await OpenEntry.run(
      OpenEntry.Input(child: child, screener: self.screener, testDate: self.date, phase: self.phase),
      in: self.session.practice, as: self.session.person)
    return EntrySitting(
      entry: opened.entry.id, screener: "\(opened.entry.screener) \(opened.entry.version)",
      testDate: opened.entry.testDate, wasOpen: opened.wasOpen, session: opened.session)
  }

  private func finish(_ entry: EntryID, _ concern: Bool) async throws -> ScreeningRecord {
    try await FinishEntry.run(
      FinishEntry.Input(entry: entry, concerns: concern ? [.slt] : []), in: self.session.practice,
      as: self.session.person)
  }

  private func record(_ child: ChildID, _ reason: ReasonNotScreened) async throws {
    guard let kept = NotScreenedReason(rawValue: reason.rawValue) else {
      throw Fault(.defect, "a reason for not screening can't be kept")
    }
    let draft = ScreeningDraft(
      child: child, testDate: self.date, content: .notScreened(kept), place: "child \(child)")
    let done = try await RecordScreenings.run(
      RecordScreenings.Input(screener: self.screener, phase: self.phase, drafts: [draft], apply: true),
      in: self.session.practice, as: self.session.person)
    if let problem = done.problems.first { throw problem }
  }
}

extension RosterState {
  init(_ standing: EntryStanding) {
    self =
      switch standing {
      case .toDo: .toDo
      case .partEntered(let items): .partEntered(items)
      case .screened(let day, let tier): .done(day, tier: tier)
      case .notScreened(let day, let reason):
        .notScreened(day, ReasonNotScreened(rawValue: reason.rawValue) ?? .other)
      case .optedOut(let day): .optedOut(day)
      case .outsideAge(let months): .outsideAge(months)
      case .notBorn: .outsideAge(-1)
      }
  }
}

extension EntryResult {
  init(_ record: ScreeningRecord) {
    self.init(
      screening: record.id, testDate: record.testDate, band: record.band, proposedTier: record.proposedTier,
      flags: record.flags)
  }
}
