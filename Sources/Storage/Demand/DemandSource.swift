// SPDX-License-Identifier: Apache-2.0

/// Who asked for the visit.
public enum DemandSource: String, Sendable, Hashable, CaseIterable {
  case derived
  case manager
}

extension DemandSource: ColumnValue {}
