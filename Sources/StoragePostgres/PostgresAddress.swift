// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// Where a database is and who asks, as libpq's connection URL: `postgres://user@host:5432/database?…`. Several
/// hosts may stand beside one another; the one that takes writes is chosen.
public struct PostgresAddress: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  let url: String

  /// - Throws: `store.unavailable` when the text is no such URL.
  public init(_ text: String) throws {
    guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
      throw Fault(
        .storeUnavailable, "this is no address of a PostgreSQL database", maybe: "write postgres://user@host/database")
    }
    self.url = text
  }

  /// No part of the URL, which may hold a password.
  public var description: String { "a PostgreSQL database" }

  public var customMirror: Mirror { Mirror(self, children: []) }

  /// Whether a text is meant as the address of a database, not as a file's path.
  public static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
  }

  /// libpq's keywords: what elsec sets on every connection, then the URL, which has the last word.
  func keywords(isMigrating: Bool) -> [(String, String)] {
    let limits =
      isMigrating
      ? "-c lock_timeout=30000"
      : "-c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=10000 -c client_connection_check_interval=1000"
    return [
      ("target_session_attrs", "read-write"),
      ("connect_timeout", "2"),
      ("fallback_application_name", "elsec"),
      ("client_encoding", "UTF8"),
      ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "5000"),
      (
        "options",
        "-c search_path=elsec \(limits) -c client_min_messages=warning -c default_transaction_isolation=read\\ committed"
      ),
      ("dbname", self.url),
    ]
  }
}
