// SPDX-License-Identifier: Apache-2.0

/// Before or after the support that the screening leads to.
public enum ScreeningPhase: String, Sendable, Hashable, CaseIterable {
  case baseline
  case followup
}

extension ScreeningPhase: ColumnValue {}
