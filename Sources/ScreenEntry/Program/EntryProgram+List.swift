// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// The cohort list, the question whether this is the child, and the reason for not screening.
extension EntryProgram {
  /// The children that the search and the filter leave.
  var found: [RosterChild] { self.roster.found(self.searched, in: self.filter) }

  mutating func hearRoster(_ roster: Roster) -> EntryAction? {
    self.roster = roster
    guard let wanted = self.task.child else {
      self.selected = roster.next(after: nil)?.id ?? roster.children.first?.id
      self.say(roster.title)
      self.showList()
      return nil
    }
    guard let child = roster.child(wanted), child.state.group != .optedOut, child.state.group != .outsideAge else {
      // Whoever opens it says exactly why not.
      return self.request(.open(wanted))
    }
    self.ask(whether: child)
    return nil
  }

  mutating func showList() {
    self.stage = .listing
    self.sitting = nil
    self.child = nil
    self.check = nil
    self.typed = ""
    self.concern = self.task.concern
    self.endLine()
    self.say(self.roster.counts)
    self.saySelected()
  }

  mutating func ask(whether child: RosterChild) {
    self.stage = .confirming(child)
    self.child = child
    self.selected = child.id
    self.message = nil
    self.endLine()
    self.say("\(child.name), born \(child.birthDate)")
    self.say("child \(child.id), setting \(child.setting?.rawValue ?? "none")")
    if case .done(let day, _) = child.state { self.say("  screened on \(day) already") }
    self.prompt()
  }

  mutating func pressListing(_ key: EntryKey) -> EntryAction? {
    self.message = nil
    switch key {
    case .leave, .character("/"): return self.leaveProgram()
    case .up: self.move(by: -1)
    case .down: self.move(by: 1)
    case .pageUp: self.move(by: -10)
    case .pageDown: self.move(by: 10)
    case .tab:
      let groups = RosterGroup.allCases.filter { self.roster.count(of: $0) > 0 }
      let place = self.filter.flatMap { groups.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      self.filter = groups.indices.contains(place) ? groups[place] : nil
      self.reselect()
    case .escape:
      (self.searched, self.filter) = ("", nil)
      self.reselect()
    case .backspace:
      guard self.searched.popLast() != nil else { return nil }
      self.reselect()
    case .enter: self.choose { $0.ask(whether: $1) }
    case .character("-"):
      self.choose { program, child in
        program.stage = .excusing(child)
        program.prompt()
      }
    case .character(let character):
      guard character.isLetter || character.isNumber || character == " ", self.searched.count < 40 else { return nil }
      self.searched.append(character)
      self.reselect()
    }
    return nil
  }

  private mutating func choose(_ then: (inout EntryProgram, RosterChild) -> Void) {
    guard let child = self.found.first(where: { $0.id == self.selected }) else {
      return self.warn("no child is selected")
    }
    if let obstacle = child.state.obstacle { return self.warn("\(child.name): \(obstacle)") }
    then(&self, child)
  }

  private mutating func move(by steps: Int) {
    let found = self.found
    guard !found.isEmpty else { return self.saySelected() }
    let now = found.firstIndex { $0.id == self.selected } ?? 0
    self.selected = found[min(max(0, now + steps), found.count - 1)].id
    self.saySelected()
  }

  /// Keeps to the selected child where it is still listed.
  private mutating func reselect() {
    let found = self.found
    if !found.contains(where: { $0.id == self.selected }) { self.selected = found.first?.id }
    self.endLine()
    self.say("\(self.listed): \(found.count) of \(self.roster.children.count)")
    self.saySelected()
  }

  /// What is listed: `all`, `to do, search ann`.
  var listed: String {
    let group = self.filter?.rawValue ?? "all"
    return self.searched.isEmpty ? group : "\(group), search \(self.searched)"
  }

  mutating func saySelected() {
    self.endLine()
    let found = self.found
    guard let place = found.firstIndex(where: { $0.id == self.selected }) else { return self.tell("no child ") }
    let child = found[place]
    self.tell("\(place + 1) of \(found.count): \(child.name), born \(child.birthDate), \(child.id), \(child.state) ")
  }

  mutating func pressConfirming(_ key: EntryKey, _ child: RosterChild) -> EntryAction? {
    switch key {
    case .character("y"), .character("Y"):
      self.say("y")
      return self.request(.open(child.id))
    case .leave:
      self.say("n")
      self.say("nothing was entered")
      return self.leaveProgram()
    case .character("n"), .character("N"), .character("<"), .character("/"), .escape, .backspace:
      self.say("n")
      self.note("nothing was entered")
      if self.task.child != nil { return self.leaveProgram() }
      self.showList()
      return nil
    default: return nil
    }
  }

  mutating func pressExcusing(_ key: EntryKey, _ child: RosterChild) -> EntryAction? {
    switch key {
    case .leave: return self.leaveProgram()
    case .character("<"), .character("/"), .escape, .backspace:
      self.say("back")
      self.showList()
      return nil
    case .character(let typed):
      guard let choice = ReasonNotScreened.choosable.first(where: { String($0.key) == typed.lowercased() }) else {
        self.warn("keys: \(ReasonNotScreened.choosable.map { String($0.key) }.joined(separator: ", "))")
        return nil
      }
      self.say(choice.reason.words)
      return self.request(.record(child, choice.reason))
    default: return nil
    }
  }

  mutating func hearRecorded(_ child: RosterChild, _ reason: ReasonNotScreened) -> EntryAction? {
    self.roster.mark(child.id, .notScreened(self.task.date, reason))
    self.note("\(child.name): \(reason.words), recorded")
    self.selected = self.roster.next(after: child.id)?.id ?? child.id
    if !self.found.contains(where: { $0.id == self.selected }) { self.selected = self.found.first?.id }
    self.showList()
    return nil
  }
}
