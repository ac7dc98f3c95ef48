// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Glibc
import Storage
import Vocabulary

extension PostgresConnection {
  /// Connects and prepares what is known. Each host and address in turn has two seconds to answer, so that a dead one
  /// does not keep the next from being asked: only libpq's blocking call goes on to the next.
  ///
  /// - Throws: `store.unavailable`, with a place; the server's own sentence is never quoted, as it may name people or
  ///   hosts.
  static func open(
    _ address: PostgresAddress, isMigrating: Bool, names: StatementNames, wake: Wake
  ) throws -> PostgresConnection {
    let keywords = address.keywords(isMigrating: isMigrating)
    let handle = withCStrings(keywords.map(\.0)) { keys in
      withCStrings(keywords.map(\.1)) { values in PQconnectdbParams(keys, values, 1) }
    }
    guard let handle else { throw Fault(.storeUnavailable, "there is no memory for a connection", at: "--store") }
    guard PQstatus(handle) == CONNECTION_OK else {
      defer { PQfinish(handle) }
      throw self.cannotConnect(handle)
    }
    let connection = try PostgresConnection(owning: handle, names: names, wake: wake)
    guard !isMigrating else {
      connection.silence = Int.max
      return connection
    }
    connection.deadline = Clock.now + 5_000
    do { try connection.prepareAll() } catch {
      throw Fault(.storeUnavailable, "the server was lost again at once", at: "--store", maybe: "try again in a moment")
    }
    return connection
  }

  private static func cannotConnect(_ handle: OpaquePointer) -> Fault {
    let words = String(cString: PQerrorMessage(handle))
    let reasons = [
      ("password authentication failed", "the password is wrong", "put it into ~/.pgpass"),
      ("no password supplied", "the server asks for a password", "put it into ~/.pgpass"),
      ("authentication failed", "the server does not let this user in", "check the user and pg_hba.conf"),
      ("does not exist", "there is no such database or user", "make them with 'Ops/postgres set-up'"),
      ("timeout expired", "nothing answers there in time", "start the server, or check host and port"),
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
