// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import Handlers
import ScreenEntry
import Vocabulary

/// Drives an ``ScreenEntry/EntryProgram`` at the terminal: does what it asks, shows what it says.
struct EntryConsole {
  enum Look {
    /// The whole window, redrawn.
    case full(ScreenPainter)
    /// One line an event, for screen readers, logs and simple terminals.
    case plain
  }

  let desk: EntryDesk
  let look: Look

  /// - Throws: what ended the program, after the terminal is as it was.
  func run(_ task: EntryTask) async throws {
    let outcome = try await RawTerminal.with { terminal in
      if case .full = self.look { Output.write(ScreenPainter.begin) }
      defer { if case .full = self.look { Output.write(ScreenPainter.end) } }
      return await self.converse(EntryProgram(task), terminal)
    }
    // What was said last stays on the terminal when the full screen is gone.
    if case .full = self.look { Output.write(outcome.farewell) }
    if let error = outcome.error { throw error }
  }

  private struct Outcome {
    let farewell: String
    let error: (any Error)?
  }

  private func converse(_ start: EntryProgram, _ terminal: RawTerminal) async -> Outcome {
    var program = start
    var action = program.begin()
    var isShown = true
    while true {
      while let next = action {
        if case .leave(let error) = next {
          let last = program.takeSpeech()
          if case .plain = self.look { Output.write(last) }
          return Outcome(farewell: last, error: error)
        }
        action = program.hear(await self.desk.do(next))
      }
      let speech = program.takeSpeech()
      // Nobody answers a question that was not on the screen: what was typed meanwhile is dropped.
      let wasShown = isShown
      isShown = self.isLargeEnough
      if isShown, !wasShown { tcflush(STDIN_FILENO, TCIFLUSH) }
      self.show(program, speech)
      switch terminal.event() {
      case .resized: continue
      case .told(let signal):
        if case .plain = self.look { Output.line() }
        return Outcome(farewell: "", error: ExitCode(128 + signal))
      case .key(let key):
        guard key == .leave || isShown else { continue }
        action = program.press(key)
      }
    }
  }

  private func show(_ program: EntryProgram, _ speech: String) {
    switch self.look {
    case .plain: Output.write(speech)
    case .full(let painter):
      let size = RawTerminal.size ?? Screen.least
      Output.write(painter.paint(program.screen(columns: size.columns, rows: size.rows)))
    }
  }

  /// Whether the window has room for a question.
  private var isLargeEnough: Bool {
    guard case .full = self.look, let size = RawTerminal.size else { return true }
    return size.columns >= Screen.least.columns && size.rows >= Screen.least.rows
  }
}
