// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc

/// A line that is typed on the terminal and not shown there.
enum HiddenLine {
  /// Asks on the terminal: on standard input where that is one, else on the one that the process belongs to.
  ///
  /// The terminal's settings are put right again however this ends; a signal ends the program after that.
  ///
  /// - Returns: the line without its end; `nil` where there is no terminal, or its input is at its end.
  static func read(_ prompt: String) throws -> String? {
    let terminal = isatty(STDIN_FILENO) == 1 ? dup(STDIN_FILENO) : open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var saved = termios()
    guard tcgetattr(terminal, &saved) == 0 else { return nil }
    let signals = TerminalSignals()
    var hidden = saved
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(terminal, TCSADRAIN, &saved)
      signals.end()
    }
    self.show(prompt, on: terminal)
    defer { self.show("\n", on: terminal) }
    return try self.line(from: terminal, signals)
  }

  private static func line(from terminal: Int32, _ signals: TerminalSignals) throws -> String? {
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n") {
      var waiting = [
        pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.pipe, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, -1) > 0 else {
        guard errno == EINTR else { return nil }
        continue
      }
      if waiting[1].revents != 0, let number = signals.next(), number != SIGWINCH { throw ExitCode(128 + number) }
      guard waiting[0].revents != 0 else { continue }
      var byte: UInt8 = 0
      guard Glibc.read(terminal, &byte, 1) == 1 else { return nil }
      line.append(byte)
    }
    return String(decoding: line.dropLast(), as: UTF8.self)
  }

  private static func show(_ text: String, on terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(terminal, bytes, bytes.count)
  }
}
