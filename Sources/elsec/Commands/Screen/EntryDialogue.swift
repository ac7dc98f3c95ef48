// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Vocabulary

/// One child's answers, asked item by item. An answer is shown as kept only after it is durable.
struct EntryDialogue {
  let terminal: RawTerminal
  let session: StoreOptions.Session
  let concern: Bool

  static let legend = "- skip   < back   + note   / quit, go on later"

  func run(_ input: OpenEntry.Input) async throws {
    let opened = try await OpenEntry.run(input, in: self.session.practice, as: self.session.person)
    guard self.isRightChild(opened.child) else {
      Output.line("nothing was entered")
      return
    }
    var entry = opened.session
    if opened.wasOpen {
      Output.line("going on with the entry of \(opened.entry.testDate): \(entry.progress.entered) items are kept")
    } else {
      Output.line("\(opened.entry.screener) \(opened.entry.version) on \(opened.entry.testDate)")
    }
    Output.line(Self.legend)
    var closed = entry.closures.count
    while true {
      guard let prompt = entry.prompt else {
        if try await self.finish(opened.entry.id, &entry) { return }
        closed = entry.closures.count
        continue
      }
      self.show(prompt, entry)
      guard let event = self.event(for: prompt, &entry) else {
        Output.line("\nkept so far; the same command goes on from here")
        return
      }
      try await self.keep(event, opened.entry.id)
      self.confirm(event)
      for closure in entry.closures.dropFirst(closed) { Output.line("  \(closure)") }
      closed = entry.closures.count
    }
  }

  /// Two identifiers are on the screen before the first item.
  private func isRightChild(_ child: ChildRecord) -> Bool {
    Output.line("\(child.givenName) \(child.familyName), born \(child.birthDate)")
    Output.line("child \(child.id), setting \(child.setting?.rawValue ?? "none")")
    Output.write("Is this the child? y/n ")
    while true {
      switch self.terminal.key() {
      case .character("y"), .character("Y"):
        Output.line("y")
        return true
      case .character("n"), .character("N"), .leave:
        Output.line("n")
        return false
      default: continue
      }
    }
  }

  private func show(_ prompt: EntryPrompt, _ entry: EntrySession) {
    if let because = prompt.because { Output.line("  \(because)") }
    let keys = prompt.choices.map { "\($0.key) \($0.code)" }.joined(separator: "   ")
    Output.write("\(prompt.item)  \(prompt.text.text(in: "en"))   [\(keys)] ")
  }

  /// Waits until a key makes an event; `nil` when the person leaves.
  private func event(for prompt: EntryPrompt, _ entry: inout EntrySession) -> EntryEvent? {
    while true {
      switch self.terminal.key() {
      case .leave, .character("/"): return nil
      case .character("-"):
        if let event = try? entry.skip() { return event }
      case .character("<"), .backspace:
        if (try? entry.take(.wentBack)) != nil { return .wentBack }
        Output.write("\n  there is nothing to go back to ")
      case .character("+"):
        guard let text = self.terminal.line("\n  note: "), !text.isEmpty else { continue }
        if (try? entry.take(.noted(text))) != nil { return .noted(text) }
      case .character(let key):
        if let event = try? entry.answer(key: key) { return event }
        let keys = prompt.choices.map { String($0.key) }.joined(separator: ", ")
        Output.write("\n  keys: \(keys) ")
      case .enter, .up, .down: continue
      }
    }
  }

  private func keep(_ event: EntryEvent, _ entry: EntryID) async throws {
    try await AppendEntryEvent.run(
      AppendEntryEvent.Input(entry: entry, event: event), in: self.session.practice, as: self.session.person)
  }

  private func confirm(_ event: EntryEvent) {
    switch event {
    case .answered(let item, let code): Output.line("\(code)  (\(item) kept)")
    case .skipped(let item): Output.line("skipped  (\(item) kept)")
    case .wentBack: Output.line("back")
    case .noted: Output.line("  note kept")
    case .spoke, .paused, .finished: break
    }
  }

  /// - Returns: whether the dialogue is over.
  private func finish(_ id: EntryID, _ entry: inout EntrySession) async throws -> Bool {
    Output.write("Every section is done. f finish   < back   / finish later ")
    while true {
      switch self.terminal.key() {
      case .character("f"), .character("F"):
        Output.line("f")
        let record = try await FinishEntry.run(
          FinishEntry.Input(entry: id, concerns: self.concern ? [.slt] : []), in: self.session.practice,
          as: self.session.person)
        Output.line("screening \(record.id)")
        Output.line(
          "band \(record.band ?? "none"), proposed tier \(record.proposedTier ?? "none"); a named person confirms it")
        for flag in record.flags { Output.line("flag \(flag)") }
        return true
      case .character("<"), .backspace:
        guard (try? entry.take(.wentBack)) != nil else { continue }
        try await self.keep(.wentBack, id)
        Output.line("back")
        return false
      case .character("/"), .leave:
        Output.line("\nkept; the same command goes on from here")
        return true
      default: continue
      }
    }
  }
}
