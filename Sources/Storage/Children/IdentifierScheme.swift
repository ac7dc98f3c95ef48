// SPDX-License-Identifier: Apache-2.0

/// Who gave the identifier.
public enum IdentifierScheme: String, Sendable, Hashable, CaseIterable {
  case nhsNumber = "nhs"
  case upn
  case local
}

extension IdentifierScheme: ColumnValue {}
