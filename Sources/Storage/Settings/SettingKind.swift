// SPDX-License-Identifier: Apache-2.0

/// Which register names the setting.
public enum SettingKind: String, Sendable, Hashable, CaseIterable {
  case school = "urn"
  case earlyYears = "ey"
}

extension SettingKind: ColumnValue {}
