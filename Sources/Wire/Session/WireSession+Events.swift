// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

extension WireSession {
  /// What happens to a connection.
  public enum Event: Hashable, Sendable {
    case received([UInt8])
    /// The answer to ``Action/signIn(_:)``: the result of `session.open`, or why not.
    case signedIn(Result<JSONValue, RPCError>)
    /// What a started call came to. A second one for the same ticket is not looked at.
    case answered(CallTicket, Result<JSONValue, RPCError>)
    /// Something to tell a peer who has signed in. While it does not read, only the latest of each `latestOf` is kept.
    case notify(RPCNotification, latestOf: String)
    /// Time has passed; due at the latest when ``WireSession/nextDeadline`` is reached.
    case tick
    /// What ``Action/goOn`` asked for.
    case goOn
    /// Whether more can be sent without piling up. A connection begins writable.
    case writable(Bool)
    /// The peer took some of what was waiting for it.
    case wrote
    /// The peer sends no more, and may still read.
    case inputClosed
    /// The connection is no more.
    case gone
    /// The service is about to end.
    case drain
  }

  /// What is to be done, in this order.
  public enum Action: Hashable, Sendable {
    case send([UInt8])
    /// To be followed by one ``Event/signedIn(_:)``.
    case signIn(SignIn)
    /// To be followed by one ``Event/answered(_:_:)``. The request's id is the peer's; the call is named by the ticket.
    case start(CallTicket, RPCRequest)
    /// The call is not wanted any more. If the connection is still open its answer is: ``RPCError/cancelled()``, or the
    /// result when it came about nevertheless.
    case cancel(CallTicket)
    case pauseReading
    case resumeReading
    /// Lines are held that would make too much output at once: hand in ``Event/goOn`` once all actions are done, after
    /// saying whether the peer is still writable.
    case goOn
    /// Ends the connection, after what was sent is out (`flush`) or at once. With `flush`, ticks go on until
    /// ``Event/gone``: a peer who does not read gets a second, sudden close.
    case close(CloseReason, flush: Bool)
  }

  /// Why a connection is ended.
  public enum CloseReason: String, Sendable, CaseIterable {
    /// No `session.open` in time.
    case notOpened
    /// Something else came first, or the sign-in was refused.
    case notSignedIn
    case lineTooLong
    case lineTooSlow
    case idle
    case writeStalled
    case inputEnded
    case drained
  }
}
