// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

/// What one connection may ask of the service. Times are in milliseconds.
public struct WireLimits: Hashable, Sendable {
  /// Bytes of a line without its LF.
  public var line = 1_048_576
  public var depth = 32
  public var nodes = 100_000
  /// Calls that were started and not answered; at the limit nothing more is read.
  public var inFlight = 64
  /// Members of a batch.
  public var batch = 100

  /// From the connection's first moment to a whole `session.open`.
  public var opening = 5_000
  /// From a line's first byte to its end.
  public var lineTime = 10_000
  /// Without a byte from the peer, after which it is asked whether it is there.
  public var ping = 60_000
  /// Without a byte from the peer, after which the connection is closed.
  public var idle = 120_000
  /// Without the peer taking a byte that waits for it.
  public var writeStall = 20_000
  /// From the announcement of the end to the end, for calls in flight.
  public var drain = 10_000

  public init() {}

  public var reading: JSONLimits { JSONLimits(depth: self.depth, nodes: self.nodes) }

  /// The limits that `session.open` tells.
  public var json: JSONValue {
    .members([
      "line": .whole(self.line), "depth": .whole(self.depth), "inFlight": .whole(self.inFlight),
      "batch": .whole(self.batch),
    ])
  }
}
