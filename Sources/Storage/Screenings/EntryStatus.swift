// SPDX-License-Identifier: Apache-2.0

/// Where a sitting stands.
public enum EntryStatus: String, Sendable, Hashable, CaseIterable {
  case open
  case finished
  case abandoned
}

extension EntryStatus: ColumnValue {}
