// SPDX-License-Identifier: Apache-2.0

/// Where a plan stands.
public enum PlanStatus: String, Sendable, Hashable, CaseIterable {
  case draft
  case consulting
  case submitted
  case signedOff = "signed-off"
  case superseded
}

extension PlanStatus: ColumnValue {}
