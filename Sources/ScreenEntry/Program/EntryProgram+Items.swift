// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Asking item by item.
extension EntryProgram {
  static let legend = "- skip  < back  + note  @ language  = so far  ? help  / quit, go on later"

  mutating func hearSitting(_ sitting: EntrySitting) -> EntryAction? {
    let isRead = self.sitting?.entry == sitting.entry
    self.sitting = sitting
    self.typed = ""
    self.check = nil
    guard let child = self.child ?? self.task.child.flatMap({ self.roster.child($0) }) else {
      return self.leaveProgram()
    }
    self.child = child
    let entered = sitting.session.progress.entered
    if isRead {
      self.say("  what is kept was read again: \(entered) items")
    } else if sitting.wasOpen {
      self.note("going on with the entry of \(sitting.testDate): \(entered) items are kept")
      self.say(Self.legend)
    } else {
      self.note("\(sitting.screener) on \(sitting.testDate)")
      self.say(Self.legend)
    }
    self.goOn()
    return nil
  }

  /// To the next item, or to the end when there is none.
  mutating func goOn() {
    self.scroll = 0
    self.stage = self.sitting?.session.isComplete == false ? .asking : .reviewing
    self.prompt()
  }

  mutating func hearKept(_ event: EntryEvent, _ session: EntrySession) -> EntryAction? {
    let before = self.sitting?.session.closures ?? []
    self.sitting?.session = session
    self.mark()
    switch event {
    case .answered(let item, let code): self.note("\(code)  (\(item) kept)")
    case .skipped(let item): self.note("skipped  (\(item) kept)")
    case .wentBack: self.note("back")
    case .noted: self.note("note kept")
    case .spoke(let code):
      self.note(code.isEmpty ? "answers in the usual language (kept)" : "answers in \(code) (kept)")
    case .paused, .finished: break
    }
    for closure in session.closures where !before.contains(closure) {
      self.say("  \(closure)")
      if case .answered = event { self.message = Message(text: "\(event.item) kept; \(closure)", isProblem: false) }
    }
    if let next = self.nextToApply() { return self.propose(next) }
    self.sayRuns()
    self.goOn()
    return nil
  }

  /// The list shows how far the child is.
  private mutating func mark() {
    guard let child = self.child, let session = self.sitting?.session else { return }
    let entered = session.progress.entered
    self.roster.mark(child.id, entered > 0 ? .partEntered(entered) : child.state.group == .part ? .toDo : child.state)
  }

  /// Runs that have begun; the rest stands in the review.
  private mutating func sayRuns() {
    for line in self.sitting?.session.standing ?? [] { self.say("  \(line)") }
    guard let standing = self.sitting?.session.sectionStanding else { return }
    if case .looking(let run, let from) = standing.basal, run.soFar > 0 {
      self.say("  basal: \(run), from \(from)")
    }
    if let run = standing.ceiling, run.soFar > 0 { self.say("  ceiling: \(run)") }
  }

  /// What the rules, or a chosen order, say of the section being given.
  var standingLines: [String] {
    (self.sitting?.session.sectionStanding?.lines ?? []) + (self.sitting?.session.standing ?? [])
  }

  /// Asks for `event` to be kept, if it fits.
  mutating func propose(_ event: EntryEvent) -> EntryAction? {
    guard var session = self.sitting?.session else { return nil }
    do {
      try session.take(event)
    } catch {
      self.warn(
        event == .wentBack ? "there is nothing to go back to" : (error as? Fault)?.message ?? "that does not fit")
      return nil
    }
    self.typed = ""
    return self.request(.keep(event, session))
  }

  mutating func pressAsking(_ key: EntryKey) -> EntryAction? {
    self.message = nil
    guard let prompt = self.sitting?.session.prompt else {
      self.goOn()
      return nil
    }
    switch key {
    case .leave: return self.leaveProgram()
    case .character("/"): return self.leaveChild()
    case .backspace where !self.typed.isEmpty:
      self.typed.removeLast()
      self.prompt()
      return nil
    case .character("<"), .backspace:
      self.check = nil
      return self.propose(.wentBack)
    case .character("-"): return self.propose(.skipped(prompt.item))
    case .character("+"):
      self.stage = .noting("")
      self.prompt()
      return nil
    case .character("@"):
      self.stage = .speaking("")
      self.prompt()
      return nil
    case .character("="):
      self.scroll = 0
      self.stage = .reviewing
      self.endLine()
      self.sayAnswers()
      self.prompt()
      return nil
    default:
      guard let code = self.response(to: key, prompt) else { return nil }
      return self.propose(.answered(prompt.item, code))
    }
  }

  /// The response that a key gives, or completes; `nil` when the answer is still being typed, or the key means
  /// nothing here, which is then said.
  mutating func response(to key: EntryKey, _ prompt: EntryPrompt) -> ResponseCode? {
    switch key {
    case .enter where !self.typed.isEmpty:
      let code = prompt.code(typed: self.typed)
      if code == nil {
        self.typed = ""
        self.warn("\(prompt.item) takes \(prompt.range)")
      }
      return code
    case .character(let character) where prompt.isTyped:
      guard character.isLetter || character.isNumber, self.typed.count < 12 else {
        self.warn("\(prompt.item) takes \(prompt.range)")
        return nil
      }
      self.typed.append(character)
      self.tell(String(character))
      return nil
    case .character(let character):
      if let choice = prompt.choices.first(where: { String($0.key) == character.uppercased() }) { return choice.code }
      self.warn("keys: \(prompt.choices.map { String($0.key) }.joined(separator: ", "))")
      return nil
    default: return nil
    }
  }

  /// Back to the list, or out when there is none.
  mutating func leaveChild() -> EntryAction? {
    if self.task.child != nil { return self.leaveProgram() }
    self.endLine()
    self.note("kept so far: \(self.child?.name ?? "")")
    self.showList()
    return nil
  }

  mutating func pressNoting(_ key: EntryKey, _ text: String) -> EntryAction? {
    switch key {
    case .leave: return self.leaveProgram()
    case .enter where text.contains { !$0.isWhitespace }:
      self.endLine()
      self.stage = self.stageAfterNote
      return self.propose(.noted(text))
    case .enter, .escape:
      self.endLine()
      self.stage = self.stageAfterNote
      self.prompt()
    case .backspace:
      self.stage = .noting(String(text.dropLast()))
      self.prompt()
    case .character(let character):
      guard text.count < 1000, !DisplayColumns.isControl(character) else { return nil }
      self.stage = .noting(text + String(character))
      self.tell(String(character))
    default: break
    }
    return nil
  }

  /// The census code of a language, or nothing for the usual one.
  mutating func pressSpeaking(_ key: EntryKey, _ code: String) -> EntryAction? {
    switch key {
    case .leave: return self.leaveProgram()
    case .enter:
      self.endLine()
      self.stage = self.stageAfterNote
      let action = self.propose(.spoke(code))
      if action == nil { self.prompt() }
      return action
    case .escape:
      self.endLine()
      self.stage = self.stageAfterNote
      self.prompt()
    case .backspace:
      self.stage = .speaking(String(code.dropLast()))
      self.prompt()
    case .character(let character):
      guard code.count < 4, character.isASCII, character.isLetter else { return nil }
      self.stage = .speaking(code + character.uppercased())
      self.tell(character.uppercased())
    default: break
    }
    return nil
  }

  private var stageAfterNote: Stage { self.sitting?.session.isComplete == false ? .asking : .reviewing }
}

extension EntryEvent {
  /// The item's code; empty for an event without one.
  var item: String {
    switch self {
    case .answered(let item, _), .skipped(let item): item.rawValue
    default: ""
    }
  }
}

extension EntryPrompt {
  /// Whether the answer is typed as its code, ended by Enter: an item with more responses than there are keys to
  /// remember, such as a standard score.
  var isTyped: Bool { self.number != nil || self.choices.count > 20 }

  /// The response that typed characters are the code of; a number counts whatever zeros stand before it.
  func code(typed: String) -> ResponseCode? {
    guard let number = self.number else {
      return self.choices.first { $0.code.rawValue.uppercased() == typed.uppercased() }?.code
    }
    return Int(typed).flatMap { number.contains($0) ? ResponseCode("\($0)") : nil }
  }

  /// `40 to 160`
  var range: String {
    if let number = self.number { return "\(number.lowest) to \(number.highest)" }
    return "\(self.choices.first?.code.rawValue ?? "") to \(self.choices.last?.code.rawValue ?? "")"
  }

  /// What can be typed: `C C   I I   N NR`.
  var keys: String {
    self.isTyped
      ? "\(self.range), then Enter" : self.choices.map { "\($0.key) \($0.code)" }.joined(separator: "   ")
  }
}
