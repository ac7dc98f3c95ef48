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

/// What came of an exchange.
public struct SyncReport: Sendable, Hashable, Encodable {
  public internal(set) var sent = 0
  public internal(set) var held = 0
  public internal(set) var conflicts = 0
  public internal(set) var rejected = 0
  /// Children brought up to date.
  public internal(set) var children = 0
  /// Children this device let go of.
  public internal(set) var released = 0
  /// Children of whom something is only here, so that they could not be brought up to date.
  public internal(set) var waiting = 0
}
