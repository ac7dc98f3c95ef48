// SPDX-License-Identifier: Apache-2.0

import Glibc
import Vocabulary

/// The terminal with keys delivered one by one and not echoed, for as long as `body` runs.
struct RawTerminal {
  /// What a person pressed.
  enum Key: Equatable {
    case character(Character)
    case enter
    case backspace
    case up
    case down
    /// Ctrl-C, Ctrl-D or the end of the input: leave, keeping what is durable.
    case leave
  }

  /// Restores the terminal's settings however `body` ends.
  ///
  /// - Throws: `terminal.missing` (usage) when standard input is not a terminal.
  static func with<Value>(_ body: (RawTerminal) async throws -> Value) async throws -> Value {
    var saved = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &saved) == 0 else {
      throw Fault(
        .terminalMissing, "this asks item by item and needs a terminal",
        maybe: "use 'elsec screen enter --paper' or 'elsec screen import' for input from a file")
    }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &saved) }
    return try await body(RawTerminal())
  }

  /// Waits for a key. Unknown escape sequences are swallowed.
  func key() -> Key {
    while true {
      guard let byte = self.byte() else { return .leave }
      switch byte {
      case 0x03, 0x04: return .leave
      case 0x0D, 0x0A: return .enter
      case 0x7F, 0x08: return .backspace
      case 0x1B:
        guard let second = self.byte(within: 50), second == 0x5B, let third = self.byte(within: 50) else { continue }
        if third == 0x41 { return .up }
        if third == 0x42 { return .down }
      case 0x20...0x7E: return .character(Character(Unicode.Scalar(byte)))
      case 0xC2...0xF4:
        let more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
        let bytes = [byte] + (0..<more).compactMap { _ in self.byte() }
        if let text = String(validating: bytes, as: UTF8.self), let character = text.first {
          return .character(character)
        }
      default: continue
      }
    }
  }

  /// Reads a line with echo, ended by Enter; `nil` when the person leaves.
  func line(_ prompt: String) -> String? {
    Output.write(prompt)
    var text = ""
    while true {
      switch self.key() {
      case .enter:
        Output.line()
        return text
      case .leave:
        Output.line()
        return nil
      case .backspace:
        if text.popLast() != nil { Output.write("\u{8} \u{8}") }
      case .character(let character):
        text.append(character)
        Output.write(String(character))
      case .up, .down: continue
      }
    }
  }

  private func byte(within milliseconds: Int32 = -1) -> UInt8? {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = poll(&waiting, 1, milliseconds)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }
}

extension Fault.Code {
  static let terminalMissing = Fault.Code("terminal.missing", .usage)
}
