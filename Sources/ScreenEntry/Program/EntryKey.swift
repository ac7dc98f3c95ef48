// SPDX-License-Identifier: Apache-2.0

/// What a person pressed.
public enum EntryKey: Hashable, Sendable {
  case character(Character)
  case enter
  case backspace
  case tab
  case up
  case down
  case pageUp
  case pageDown
  case escape
  /// Ctrl-C, Ctrl-D or the end of the input: leave, keeping what is durable.
  case leave
}
