// SPDX-License-Identifier: Apache-2.0

/// What the days are.
public enum CalendarKind: String, Sendable, Hashable, CaseIterable {
  case bankHoliday = "bank-holiday"
  case term
  case halfTerm = "half-term"
  case inset
  case closure
}

extension CalendarKind: ColumnValue {}
