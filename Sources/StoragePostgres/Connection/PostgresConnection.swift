// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Glibc
import Storage
import Vocabulary

/// One connection to the server, in pipeline mode, used by one thread at a time.
///
/// Statements are sent without waiting for one another; an answer is waited for only where a caller needs it, so
/// that a transaction costs as many round trips as it asks questions.
final class PostgresConnection {
  let handle: OpaquePointer
  private let names: StatementNames
  private let wake: Wake
  /// Statements prepared on this connection.
  private var prepared: Set<Int> = []
  /// What was sent and not yet read, in order.
  private var expected: [Expectation] = []
  /// The first refusal since the last ``synchronise()``; the server skips all that follows it.
  private var refusal: PostgresRefusal?
  /// Whether the caller of what is going on has gone away.
  var isCancelled: () -> Bool = { false }
  /// When waiting for an answer ends, in ``Clock`` milliseconds.
  var deadline = Int.max
  /// Milliseconds until the server has to say something of what it was asked. It ends a statement itself before that.
  var silence = 20_000
  /// When the connection was made.
  let madeAt = Clock.now

  private enum Expectation {
    case preparation(Int)
    case statement
    case question
    case synchronisation
  }

  /// Takes charge of a connection that is ready for use.
  init(owning handle: OpaquePointer, names: StatementNames, wake: Wake) throws {
    self.handle = handle
    self.names = names
    self.wake = wake
    // What is thrown from here on runs `deinit`.
    guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else {
      throw Fault.serverGone("it takes no pipeline")
    }
  }

  deinit { PQfinish(self.handle) }

  /// Whether nothing is under way: no transaction and no answer to come.
  var isIdle: Bool {
    self.expected.isEmpty && self.refusal == nil && PQstatus(self.handle) == CONNECTION_OK
      && PQtransactionStatus(self.handle) == PQTRANS_IDLE
  }

  /// Whether the server has nothing to say to an idle connection; it does when it ends one.
  var isQuiet: Bool {
    for _ in 0..<2 {
      var waits = [pollfd(fd: PQsocket(self.handle), events: Int16(POLLIN), revents: 0)]
      if poll(&waits, 1, 0) == 0 { return PQstatus(self.handle) == CONNECTION_OK }
      guard PQconsumeInput(self.handle) == 1 else { return false }
    }
    return false
  }

  /// Prepares every statement the process knows, in one round trip. One that the server refuses is left for when
  /// it is asked for, with those behind it.
  func prepareAll() throws {
    for (number, sql) in self.names.all { try self.prepare(number, sql) }
    try self.synchronise()
    do { try self.readAll() } catch let refusal as PostgresRefusal where !refusal.endsConnection {}
  }

  /// Sends a statement. What is wrong with it comes out at a later call.
  ///
  /// - Parameter kept: whether it is worth preparing; not for what is run once, such as a change of the schema.
  func send(_ sql: String, _ values: [SQLValue] = [], kept: Bool = true) throws {
    try self.send(sql, values, kept: kept, as: .statement)
    // So that neither side's memory grows with a long transaction.
    if self.expected.count >= 256 { try self.ask("SELECT 1", []) { _ in } }
  }

  /// Sends a statement and waits for its answer; what was sent before it is answered too.
  func ask(
    _ sql: String, _ values: [SQLValue], kept: Bool = true, _ body: (borrowing PostgresResult) throws -> Void
  ) throws {
    try self.send(sql, values, kept: kept, as: .question)
    guard PQsendFlushRequest(self.handle) == 1 else { throw self.gone() }
    while let next = self.expected.first {
      let result = try self.takeResult()
      if let refusal = self.refusal { throw refusal }
      guard case .question = next else { continue }
      try body(result)
    }
  }

  /// Marks the end of what stands or falls together, and the place where the server goes on after a refusal.
  func synchronise() throws {
    guard PQpipelineSync(self.handle) == 1 else { throw self.gone() }
    self.expected.append(.synchronisation)
    try self.flush()
  }

  /// Reads all that is still to come.
  ///
  /// - Returns: the tag of the last statement that was run.
  /// - Throws: the first refusal, after everything was read.
  @discardableResult
  func readAll() throws -> String {
    var tag = ""
    var first: PostgresRefusal?
    while let next = self.expected.first {
      let result = try self.takeResult()
      first = first ?? self.refusal
      if case .synchronisation = next {
        self.refusal = nil
      } else if result.status == PGRES_COMMAND_OK || result.status == PGRES_TUPLES_OK {
        tag = result.tag
      }
    }
    if let first { throw first }
    return tag
  }

  private func send(_ sql: String, _ values: [SQLValue], kept: Bool, as kind: Expectation) throws {
    let parameters = try PostgresParameters(values)
    guard kept, let number = self.names.number(of: sql) else {
      let sent = parameters.withPointers {
        PQsendQueryParams(self.handle, sql, parameters.count, nil, $0, nil, nil, 0)
      }
      guard sent == 1 else { throw self.gone() }
      self.expected.append(kind)
      return
    }
    if !self.prepared.contains(number) { try self.prepare(number, sql) }
    let sent = parameters.withPointers {
      PQsendQueryPrepared(self.handle, "s\(number)", parameters.count, $0, nil, nil, 0)
    }
    guard sent == 1 else { throw self.gone() }
    self.expected.append(kind)
  }

  private func prepare(_ number: Int, _ sql: String) throws {
    guard PQsendPrepare(self.handle, "s\(number)", sql, 0, nil) == 1 else { throw self.gone() }
    self.expected.append(.preparation(number))
    self.prepared.insert(number)
  }

  /// The answer to the first of ``expected``, which is then no longer expected.
  private func takeResult() throws -> PostgresResult {
    let next = self.expected.removeFirst()
    let result = PostgresResult(owning: try self.nextResult())
    if case .preparation(let number) = next, result.status != PGRES_COMMAND_OK { self.prepared.remove(number) }
    switch result.status {
    case PGRES_FATAL_ERROR:
      guard result.field(Int32(UInt8(ascii: "C"))) != nil else { throw self.gone() }
      let refusal = PostgresRefusal(result)
      if self.refusal == nil { self.refusal = refusal }
      if refusal.endsConnection { throw refusal }
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_ABORTED, PGRES_PIPELINE_SYNC, PGRES_EMPTY_QUERY: break
    default: throw Fault.serverGone("it gave an answer that nobody asked for")
    }
    if case .synchronisation = next { return result }
    // An answer ends with nothing.
    if let more = try self.nextResultOrEnd() {
      PQclear(more)
      throw Fault.serverGone("it gave two answers to one statement")
    }
    return result
  }

  private func nextResult() throws -> OpaquePointer {
    guard let result = try self.nextResultOrEnd() else { throw self.gone() }
    return result
  }

  private func nextResultOrEnd() throws -> OpaquePointer? {
    try self.flush()
    while PQisBusy(self.handle) == 1 {
      try self.wait(for: Int16(POLLIN))
      guard PQconsumeInput(self.handle) == 1 else { throw self.gone() }
    }
    return PQgetResult(self.handle)
  }

  /// Hands to the kernel what was sent, taking in answers meanwhile so that neither side waits for the other.
  func flush() throws {
    while true {
      switch PQflush(self.handle) {
      case 0: return
      case 1:
        try self.wait(for: Int16(POLLIN | POLLOUT))
        guard PQconsumeInput(self.handle) == 1 else { throw self.gone() }
      default: throw self.gone()
      }
    }
  }

  /// - Throws: `store.cancelled` when the caller went away, `store.unavailable` after the deadline.
  private func wait(for events: Int16) throws {
    let began = Clock.now
    let end = self.silence == Int.max ? self.deadline : min(self.deadline, began + self.silence)
    while true {
      if self.isCancelled() { throw Fault(.storeCancelled, "the caller went away") }
      let left = end == Int.max ? 60_000 : min(60_000, end - Clock.now)
      guard left > 0 else { throw Fault.serverGone("it did not answer in time") }
      var waits = [
        pollfd(fd: PQsocket(self.handle), events: events, revents: 0),
        pollfd(fd: self.wake.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waits, 2, Int32(left)) >= 0 || errno == EINTR else { throw self.gone() }
      if waits[1].revents != 0 { self.wake.silence() }
      if waits[0].revents != 0 { return }
    }
  }

  private func gone() -> Fault {
    // libpq's own text may hold the statement's values.
    Fault.serverGone(PQstatus(self.handle) == CONNECTION_OK ? "it broke the protocol" : "the server closed it")
  }
}
