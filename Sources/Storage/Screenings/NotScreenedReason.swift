// SPDX-License-Identifier: Apache-2.0

/// Why an expected child has no result.
public enum NotScreenedReason: String, Sendable, Hashable, CaseIterable {
  case absent
  case optedOut = "opted-out"
  case leftSetting = "left-setting"
  case declined
  case notSuitable = "not-suitable"
  case other
}

extension NotScreenedReason: ColumnValue {}
