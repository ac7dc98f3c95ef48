// SPDX-License-Identifier: Apache-2.0

/// What was done at the keyboard.
public enum EntryEventKind: String, Sendable, Hashable, CaseIterable {
  case answer
  case skip
  case back
  case note
  /// From here on answers are given in another language.
  case language
}

extension EntryEventKind: ColumnValue {}
