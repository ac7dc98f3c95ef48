// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The statements that the process has run, each with the name it is prepared under on every connection.
///
/// Nearly all are literals of the program. Those with as many places as a caller has values are not, so that the table
/// has an end: what comes after is sent whole each time.
final class StatementNames: Sendable {
  static let most = 1_024

  private let names = Mutex<[String: Int]>([:])

  /// The number of a statement, the same on every connection; `nil` for one that is not prepared.
  func number(of sql: String) -> Int? {
    self.names.withLock { names in
      if let number = names[sql] { return number }
      guard names.count < Self.most else { return nil }
      names[sql] = names.count
      return names.count - 1
    }
  }

  /// All that are known, for a new connection to prepare before it is used.
  var all: [(number: Int, sql: String)] {
    self.names.withLock { $0.map { (number: $0.value, sql: $0.key) } }.sorted { $0.number < $1.number }
  }
}
