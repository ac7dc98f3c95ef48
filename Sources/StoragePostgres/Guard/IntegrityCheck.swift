// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// What the server itself knows to be broken. Pages and indexes are read whole by `Ops/restore-drill`.
enum IntegrityCheck {
  static func problems(on connection: any SQLConnection) throws -> [String] {
    try self.questions.flatMap { question in
      try connection.query(question.sql).map { row in
        guard case .text(let name) = row.values[0] else { return question.sentence }
        return "\(question.sentence): \(name)"
      }
    }
  }

  private static let questions: [(sql: String, sentence: String)] = [
    (
      "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid ORDER BY 1", "an index is not valid"
    ),
    (
      "SELECT conname::text FROM pg_constraint WHERE NOT convalidated ORDER BY 1",
      "a rule was never checked on all rows"
    ),
    (
      "SELECT datname::text FROM pg_stat_database WHERE datname = current_database() AND checksum_failures > 0",
      "pages with a wrong checksum were read from the database"
    ),
  ]
}
