// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// The service as a device talks to it, over whatever carries the calls. A call that throws may have been carried out:
/// both can be repeated.
public protocol SyncPeer: Sendable {
  /// - Returns: an answer a record, in their order.
  func push(_ records: [UnsentRecord]) async throws -> [OutboxRecord.Said]

  func pull(
    cursor: String?, settings: [SettingID], again: [ChildID]
  ) async throws -> FetchedRecords
}
