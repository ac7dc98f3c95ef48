// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Glibc
import Storage
import Vocabulary

extension PostgresConnection {
  /// Connects, at most `milliseconds` long, and prepares what is known.
  ///
  /// - Throws: `store.unavailable`; the server's own sentence is never quoted, as it may name people or hosts.
  static func open(
    _ address: PostgresAddress, isMigrating: Bool, names: StatementNames, wake: Wake, within milliseconds: Int
  ) throws -> PostgresConnection {
    let keywords = address.keywords(isMigrating: isMigrating)
    let handle = withCStrings(keywords.map(\.0)) { keys in
      withCStrings(keywords.map(\.1)) { values in PQconnectStartParams(keys, values, 1) }
    }
    guard let handle else { throw Fault.serverGone("no memory") }
    do { try self.finishOpening(handle, by: Clock.now + milliseconds) } catch {
      PQfinish(handle)
      throw error
    }
    let connection = try PostgresConnection(owning: handle, names: names, wake: wake)
    connection.deadline = Clock.now + milliseconds
    if !isMigrating { try connection.prepareAll() }
    return connection
  }

  private static func finishOpening(_ handle: OpaquePointer, by deadline: Int) throws {
    var state = PGRES_POLLING_WRITING
    guard PQstatus(handle) != CONNECTION_BAD else { throw self.cannotConnect(handle) }
    while state != PGRES_POLLING_OK {
      guard state != PGRES_POLLING_FAILED else { throw self.cannotConnect(handle) }
      let left = deadline - Clock.now
      guard left > 0 else { throw Fault.serverGone("it did not answer in time") }
      let events = Int16(state == PGRES_POLLING_READING ? POLLIN : POLLOUT)
      var waits = [pollfd(fd: PQsocket(handle), events: events, revents: 0)]
      guard poll(&waits, 1, Int32(min(left, 60_000))) >= 0 || errno == EINTR else { throw self.cannotConnect(handle) }
      state = PQconnectPoll(handle)
    }
  }

  private static func cannotConnect(_ handle: OpaquePointer) -> Fault {
    let words = String(cString: PQerrorMessage(handle))
    let reasons = [
      ("password authentication failed", "the password is wrong", "put it into ~/.pgpass"),
      ("no password supplied", "the server asks for a password", "put it into ~/.pgpass"),
      ("authentication failed", "the server does not let this user in", "check the user and pg_hba.conf"),
      ("does not exist", "there is no such database or user", "make them with 'Ops/postgres set-up'"),
      ("Connection refused", "nothing answers there", "start the server, or check host and port"),
      ("No such file or directory", "nothing answers at that socket", "start the server, or check its folder"),
      ("could not translate host name", "no such host is known", "check the host"),
      ("session is read-only", "no server there takes writes", "wait for a standby to take over"),
      ("starting up", "the server is starting up", "try again in a moment"),
      ("invalid", "the address is not as libpq wants it", "write postgres://user@host/database"),
    ]
    let (_, why, hint) =
      reasons.first { words.contains($0.0) } ?? ("", "the server cannot be reached", "check host, port and user")
    return Fault(.storeUnavailable, why, at: "--store", maybe: hint)
  }
}

/// Hands `texts` to C as an array of strings that ends in NULL.
private func withCStrings<Value>(
  _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
) -> Value {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  var pointers = copies.map { UnsafePointer<CChar>($0) }
  pointers.append(nil)
  return pointers.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("an array with an end is never empty") }
    return body(base)
  }
}
