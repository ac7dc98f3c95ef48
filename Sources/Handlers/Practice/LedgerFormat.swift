// SPDX-License-Identifier: Apache-2.0

public import Cohorts

/// How entries of the release ledger are written down when they are kept.
public struct LedgerFormat: Sendable {
  public let write: @Sendable (ReleaseLedgerEntry) throws -> String
  public let read: @Sendable (String) throws -> ReleaseLedgerEntry

  public init(
    write: @escaping @Sendable (ReleaseLedgerEntry) throws -> String,
    read: @escaping @Sendable (String) throws -> ReleaseLedgerEntry
  ) {
    self.write = write
    self.read = read
  }
}
