// SPDX-License-Identifier: Apache-2.0

/// What a snapshot was made from.
public enum EvidenceKind: String, Sendable, Hashable, CaseIterable {
  case elsecCohort = "elsec-cohort"
  case elsecRota = "elsec-rota"
  case dashboard
  case document
}

extension EvidenceKind: ColumnValue {}
