// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Typing the form a second time, and settling what differs.
extension EntryProgram {
  mutating func beginCheck() {
    guard let session = self.sitting?.session else { return }
    self.check = FormCheck(of: session)
    self.typed = ""
    self.stage = .rekeying
    self.endLine()
    self.say("type the form again; nothing is kept of it until a difference is settled")
    self.prompt()
  }

  mutating func pressRekeying(_ key: EntryKey) -> EntryAction? {
    self.message = nil
    guard let prompt = self.check?.again.prompt else {
      self.compare()
      return nil
    }
    switch key {
    case .leave: return self.leaveProgram()
    case .character("/"), .escape:
      self.endCheck()
      return nil
    case .backspace where !self.typed.isEmpty:
      self.typed.removeLast()
      self.prompt()
    case .character("<"), .backspace:
      if (try? self.check?.type(.wentBack)) == nil {
        self.warn("there is nothing to go back to")
      } else {
        self.say("back")
        self.prompt()
      }
    case .character("-"): self.typeAgain(.skipped(prompt.item), said: "skipped")
    default:
      guard let code = self.response(to: key, prompt) else { return nil }
      self.typeAgain(.answered(prompt.item, code), said: code.rawValue)
    }
    return nil
  }

  private mutating func typeAgain(_ event: EntryEvent, said: String) {
    self.typed = ""
    do {
      try self.check?.type(event)
      self.say("\(said)  (\(event.item) again)")
    } catch {
      return self.warn("that does not fit")
    }
    if self.check?.again.isComplete == true { self.compare() } else { self.prompt() }
  }

  private mutating func compare() {
    guard let session = self.sitting?.session else { return }
    self.check?.compare(with: session)
    self.endLine()
    guard let differences = self.check?.differences, !differences.isEmpty else {
      self.stage = .reviewing
      self.note("both typings agree")
      self.prompt()
      return
    }
    self.stage = .settling
    self.say("the two typings differ at \(counted(differences.count, "item"))")
    self.prompt()
  }

  mutating func pressSettling(_ key: EntryKey) -> EntryAction? {
    self.message = nil
    guard let session = self.sitting?.session, let open = self.check?.open else { return self.leaveChild() }
    switch key {
    case .leave: return self.leaveProgram()
    case .character("/"), .escape:
      self.endCheck()
      return nil
    case .character("<"), .backspace:
      if self.check?.unsettle() == true { self.say("back") } else { self.warn("there is nothing to go back to") }
      self.prompt()
      return nil
    case .character("1"), .character("2"):
      self.check?.settle(open, takesSecond: key == .character("2"))
      self.say(key == .character("2") ? "the second" : "the first")
      guard self.check?.open == nil else {
        self.prompt()
        return nil
      }
      self.check?.apply(to: session)
      if let next = self.nextToApply() { return self.propose(next) }
      self.goOn()
      return nil
    default:
      self.warn("keys: 1, 2")
      return nil
    }
  }

  mutating func nextToApply() -> EntryEvent? {
    guard let session = self.sitting?.session else { return nil }
    let next = self.check?.next(for: session)
    if next == nil, case .done(let count) = self.check?.state, count > 0, session.isComplete {
      self.note("\(counted(count, "difference")) settled")
    }
    return next
  }

  /// What was typed again is forgotten; the check has not taken place.
  private mutating func endCheck() {
    self.check = nil
    self.typed = ""
    self.endLine()
    self.note("the check was left; the form is not checked")
    self.goOn()
  }
}
