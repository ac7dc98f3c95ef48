// SPDX-License-Identifier: Apache-2.0

/// Names on the wire that the protocol itself knows; the rest are in the method table.
public enum WireMethod {
  /// What `session.open` names as its `protocol`.
  public static let version = "elsec/1"

  public static let open = "session.open"
  /// A call of the peer's, and a notification of ours to a peer that has been silent.
  public static let ping = "session.ping"
  public static let discover = "rpc.discover"
  /// A notification of the peer's: `{"id": …}` of the call that is no longer wanted.
  public static let cancel = "$/cancel"
  /// A notification of ours: no new calls are taken, and the connection closes within `afterMs`.
  public static let closing = "session.closing"
  public static let progress = "job.progress"
}
