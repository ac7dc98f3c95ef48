// SPDX-License-Identifier: Apache-2.0

import ScreenEntry

/// Turns the bytes of a terminal into keys. Unknown escape sequences are swallowed whole.
enum TerminalKeys {
  /// What to do with the bytes so far.
  enum Reading: Equatable {
    case key(EntryKey)
    case more
    /// Means nothing here.
    case nothing
  }

  static func read(_ bytes: [UInt8]) -> Reading {
    guard let first = bytes.first else { return .more }
    switch first {
    case 0x03, 0x04: return .key(.leave)
    case 0x09: return .key(.tab)
    case 0x0D, 0x0A: return .key(.enter)
    case 0x7F, 0x08: return .key(.backspace)
    case 0x1B: return Self.sequence(bytes)
    case 0x20...0x7E: return .key(.character(Character(Unicode.Scalar(first))))
    case 0xC2...0xF4:
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard bytes.count >= length else { return .more }
      guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else { return .nothing }
      return .key(.character(character))
    default: return .nothing
    }
  }

  /// `ESC [ … final` and `ESC O final`: arrows and page keys; everything else means nothing.
  private static func sequence(_ bytes: [UInt8]) -> Reading {
    guard bytes.count > 1 else { return .more }
    guard bytes[1] == 0x5B || bytes[1] == 0x4F else { return .nothing }
    guard bytes.count > 2, let last = bytes.last else { return .more }
    if bytes.count < 16, !(0x40...0x7E).contains(last) { return .more }
    switch Array(bytes[2...]) {
    case [0x41]: return .key(.up)
    case [0x42]: return .key(.down)
    case [0x35, 0x7E]: return .key(.pageUp)
    case [0x36, 0x7E]: return .key(.pageDown)
    default: return .nothing
    }
  }
}
