// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Everything before finishing, and what came of it.
extension EntryProgram {
  mutating func pressReviewing(_ key: EntryKey) -> EntryAction? {
    self.message = nil
    let isComplete = self.sitting?.session.isComplete == true
    switch key {
    case .leave: return self.leaveProgram()
    case .character("/"): return self.leaveChild()
    case .up, .pageUp: self.scroll = max(0, self.scroll - (key == .up ? 1 : 5))
    case .down, .pageDown: self.scroll += key == .down ? 1 : 5
    case .character("+"):
      self.stage = .noting("")
      self.prompt()
    case _ where !isComplete:
      self.endLine()
      self.goOn()
    case .character("f"), .character("F"):
      self.say("f")
      return self.request(.finish)
    case .character("<"), .backspace:
      self.check = nil
      return self.propose(.wentBack)
    case .character("="):
      self.beginCheck()
    case .character("!"):
      self.concern.toggle()
      self.endLine()
      self.note(self.concern ? "a therapist's concern is marked" : "no concern is marked")
      self.prompt()
    case .character("l"), .character("L"):
      self.endLine()
      self.sayAnswers()
      self.prompt()
    default: break
    }
    return nil
  }

  mutating func sayAnswers() {
    guard let session = self.sitting?.session else { return }
    for line in session.answerLines { self.say("  \(line)") }
    for closure in session.closures { self.say("  \(closure)") }
    for line in self.standingLines { self.say("  \(line)") }
    if !session.notes.isEmpty { self.say("  \(session.notes.count) notes") }
  }

  mutating func hearResult(_ result: EntryResult) -> EntryAction? {
    if let child = self.child {
      self.roster.mark(child.id, .done(result.testDate, tier: result.proposedTier))
    }
    for line in result.lines { self.say(line) }
    self.stage = .finished(result)
    self.message = nil
    guard self.task.child == nil else {
      self.stage = .over
      return .leave(nil)
    }
    self.prompt()
    return nil
  }

  mutating func pressFinished(_ key: EntryKey) -> EntryAction? {
    switch key {
    case .leave: return self.leaveProgram()
    case .enter, .character("n"), .character("N"):
      let next = self.roster.next(after: self.child?.id)
      self.showsList(next?.id)
      if let next { self.ask(whether: next) }
    case .character("/"), .character("l"), .character("L"), .escape:
      self.showsList(self.roster.next(after: self.child?.id)?.id)
    default: break
    }
    return nil
  }

  private mutating func showsList(_ selected: ChildID?) {
    (self.searched, self.filter) = ("", nil)
    self.selected = selected ?? self.child?.id
    self.showList()
  }
}

extension EntrySession {
  /// A line a section: `U: U3 C, U4 C, U5 skipped`, in the order of items given.
  var answerLines: [String] {
    var blank = self
    while (try? blank.take(.wentBack)) != nil {}
    var (order, bySection) = ([SectionID](), [SectionID: [String]]())
    for given in self.given {
      guard let section = blank.prompt?.section else { break }
      if bySection[section] == nil { order.append(section) }
      bySection[section, default: []].append(
        "\(given.item) \(given.code?.rawValue ?? "skipped")" + (given.language.map { " in \($0)" } ?? ""))
      try? blank.take(given.event)
    }
    return order.map { "\($0): \(bySection[$0, default: []].joined(separator: ", "))" }
  }
}
