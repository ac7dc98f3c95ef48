// SPDX-License-Identifier: Apache-2.0

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
