// SPDX-License-Identifier: Apache-2.0

/// A draft is seen by its maker; one rota a week is published; a newer one supersedes it.
public enum RotaStatus: String, Sendable, Hashable, CaseIterable {
  case draft
  case published
  case superseded
}

extension RotaStatus: ColumnValue {}
