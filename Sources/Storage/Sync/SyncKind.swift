// SPDX-License-Identifier: Apache-2.0

/// What a device can send: each is only ever added.
public enum SyncKind: String, Sendable, Hashable, CaseIterable {
  /// A child's answers, or the reason for having none.
  case screening
  /// A screening that corrects another.
  case amendment
  /// A decision on a tier.
  case confirmation
}

extension SyncKind: ColumnValue {}
