// SPDX-License-Identifier: Apache-2.0

/// Which way is better.
public enum MeasureDirection: String, Sendable, Hashable, CaseIterable {
  case up
  case down
}

extension MeasureDirection: ColumnValue {}
