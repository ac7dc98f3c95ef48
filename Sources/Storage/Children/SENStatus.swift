// SPDX-License-Identifier: Apache-2.0

/// The school census code.
public enum SENStatus: String, Sendable, Hashable, CaseIterable {
  case plan = "E"
  case support = "K"
  case none = "N"
}

extension SENStatus: ColumnValue {}
