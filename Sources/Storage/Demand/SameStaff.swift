// SPDX-License-Identifier: Apache-2.0

/// Whether one series wants the same people throughout.
public enum SameStaff: String, Sendable, Hashable, CaseIterable {
  case require
  case prefer
  case any
}

extension SameStaff: ColumnValue {}
