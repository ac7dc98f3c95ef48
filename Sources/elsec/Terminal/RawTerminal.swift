// SPDX-License-Identifier: Apache-2.0

import Glibc
import ScreenEntry
import Vocabulary

/// The terminal with keys delivered one by one and not echoed, for as long as `body` runs.
struct RawTerminal {
  /// What a person or the system did.
  enum Event: Equatable {
    case key(EntryKey)
    /// The window has another size.
    case resized
    /// SIGTERM, SIGHUP or SIGINT: end, with everything put right.
    case told(signal: Int32)
  }

  private let signals: TerminalSignals

  /// Restores the terminal's settings however `body` ends, also when a signal asks the program to end: that comes as
  /// an ``Event`` and `body` returns.
  ///
  /// - Throws: `terminal.missing` (usage) when standard input is not a terminal.
  static func with<Value>(_ body: (RawTerminal) async throws -> Value) async throws -> Value {
    var saved = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &saved) == 0 else {
      throw Fault(
        .terminalMissing, "this asks item by item and needs a terminal",
        maybe: "use 'elsec screen enter --paper' or 'elsec screen import' for input from a file")
    }
    let signals = TerminalSignals()
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer {
      tcsetattr(STDIN_FILENO, TCSADRAIN, &saved)
      signals.end()
    }
    return try await body(RawTerminal(signals: signals))
  }

  /// Columns and rows of the window; `nil` when standard output is no terminal or has no known size.
  static var size: (columns: Int, rows: Int)? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0,
      size.ws_row > 0
    else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Waits for a key or a signal. The end of the input is ``ScreenEntry/EntryKey/leave``.
  func event() -> Event {
    var bytes: [UInt8] = []
    while true {
      // The rest of a sequence comes at once; an escape alone is a key.
      switch self.byte(within: bytes.first == 0x1B ? 50 : -1) {
      case .signal(SIGWINCH): return .resized
      case .signal(let number): return .told(signal: number)
      case .ended: return .key(.leave)
      case .late:
        if bytes == [0x1B] { return .key(.escape) }
        bytes = []
      case .byte(let byte):
        bytes.append(byte)
        switch TerminalKeys.read(bytes) {
        case .key(let key): return .key(key)
        case .nothing: bytes = []
        case .more: continue
        }
      }
    }
  }

  private enum Arrival {
    case byte(UInt8)
    case signal(Int32)
    case late
    case ended
  }

  private func byte(within milliseconds: Int32) -> Arrival {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: self.signals.pipe, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let ready = poll(&waiting, 2, milliseconds)
      if ready < 0, errno == EINTR { continue }
      guard ready != 0 else { return .late }
      guard ready > 0 else { return .ended }
      if waiting[1].revents != 0, let number = self.signals.next() { return .signal(number) }
      guard waiting[0].revents != 0 else { continue }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? .byte(byte) : .ended
    }
  }
}

extension Fault.Code {
  static let terminalMissing = Fault.Code("terminal.missing", .usage)
}
