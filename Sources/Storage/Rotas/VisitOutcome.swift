// SPDX-License-Identifier: Apache-2.0

/// What became of a visit.
public enum VisitOutcome: String, Sendable, Hashable, CaseIterable {
  case done
  case missed
  case cancelled
}

extension VisitOutcome: ColumnValue {}
