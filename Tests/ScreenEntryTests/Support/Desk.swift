// SPDX-License-Identifier: Apache-2.0

import ScreenEntry
import Screening
import Vocabulary

/// A practice in memory: what it has acknowledged is what is kept.
struct Desk {
  static let today = CivilDate(year: 2026, month: 11, day: 30) ?? CivilDate(dayNumber: 0)
  static let birth = CivilDate(year: 2022, month: 9, day: 15) ?? CivilDate(dayNumber: 0)

  let screener: PreparedScreener
  var children: [RosterChild]
  var events: [ChildID: [EntryEvent]] = [:]
  var finished: Set<ChildID> = []
  var recorded: [ChildID: ReasonNotScreened] = [:]
  /// Which of the coming actions are refused: true is, and is taken off.
  var refusals: [Bool] = []

  init(_ count: Int = 3, _ definition: ScreenerDefinition = OpenDemo.definition) throws {
    self.screener = try PreparedScreener(definition)
    self.children = (0..<count).map { Self.child("c\($0)", "Ann\($0)") }
  }

  static func child(_ id: String, _ name: String, _ state: RosterState = .toDo) -> RosterChild {
    RosterChild(
      id: ChildID(id), givenName: name, familyName: "Made-Up", birthDate: Self.birth,
      setting: SettingID("990001"), state: state)
  }

  mutating func answer(_ action: EntryAction) -> EntryNews {
    if !self.refusals.isEmpty, self.refusals.removeFirst() {
      return .refused(Fault(.malformed, "the store is busy", maybe: "try again"))
    }
    switch action {
    case .list: return .listed(Roster(title: "Oak Nursery", children: self.children))
    case .open(let child): return self.open(child)
    case .keep(let event, let entry, let after):
      let child = ChildID(entry.rawValue)
      guard self.events[child, default: []].count == after else {
        return .refused(Fault(.malformed, "somebody else has typed"))
      }
      self.events[child, default: []].append(event)
      return .kept
    case .finish(let entry, _):
      self.finished.insert(ChildID(entry.rawValue))
      return .finished(
        EntryResult(
          screening: ScreeningID("s-\(entry)"), testDate: Self.today, band: "amber", proposedTier: "targeted",
          flags: ["ceiling:U"]))
    case .record(let child, let reason):
      self.recorded[child] = reason
      return .recorded
    case .leave: return .refused(Fault(.malformed, "left"))
    }
  }

  private func open(_ child: ChildID) -> EntryNews {
    do {
      let events = self.events[child] ?? []
      return .opened(
        EntrySitting(
          entry: EntryID(child.rawValue), screener: "elsec.open-demo 1.2.0", testDate: Self.today,
          wasOpen: !events.isEmpty, session: try EntrySession(of: self.screener, atMonths: 50, replaying: events)))
    } catch {
      return .refused(error)
    }
  }
}

/// A program at a desk, with someone at the keys.
struct Bench {
  var desk: Desk
  var program: EntryProgram
  var said = ""
  /// How it ended, once it has.
  var hasLeft = false
  var ending: (any Error)?
  var presses = 0

  init(_ desk: Desk, child: String? = nil) {
    self.desk = desk
    self.program = EntryProgram(
      EntryTask(
        screener: "elsec.open-demo", date: Desk.today, phase: "baseline", child: child.map { ChildID($0) }))
    let action = self.program.begin()
    self.perform(action)
  }

  private mutating func perform(_ first: EntryAction?) {
    var action = first
    while let next = action {
      if case .leave(let error) = next {
        (self.hasLeft, self.ending) = (true, error)
        break
      }
      action = self.program.hear(self.desk.answer(next))
    }
    self.said += self.program.takeSpeech()
  }

  mutating func press(_ key: EntryKey) {
    self.presses += 1
    let action = self.program.press(key)
    self.perform(action)
  }

  /// `\r` is Enter, `\t` Tab.
  mutating func type(_ keys: String) {
    for key in keys {
      switch key {
      case "\r", "\n": self.press(.enter)
      case "\t": self.press(.tab)
      default: self.press(.character(key))
      }
    }
  }

  func screen(_ columns: Int = 80, _ rows: Int = 24) -> Screen { self.program.screen(columns: columns, rows: rows) }

  /// The lines of the screen that say something.
  var lines: [String] { self.screen().text.split(separator: "\n").map(String.init) }
}
