// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One step of the schema. Forward only: a migration that was published is never edited, the next one
/// corrects it.
struct Migration: Sendable {
  let number: Int
  let name: String
  let statements: [Statement]

  /// A statement of a migration.
  enum Statement: Sendable {
    /// Runs as it stands on every engine.
    case same(String)
    /// The engines have no common form for it.
    case perEngine(sqlite: [String], postgres: [String])

    func sql(for engine: SQLEngine) -> [String] {
      switch (self, engine) {
      case (.same(let sql), _): [sql]
      case (.perEngine(let sqlite, _), .sqlite): sqlite
      case (.perEngine(_, let postgres), .postgres): postgres
      }
    }
  }

  /// The same on every engine: it covers both forms of a statement that has two.
  func checksum(by hash: Hashing) -> Digest {
    var canonical = CanonicalBytes(domain: "elsec/migration/1")
    canonical.append(self.number)
    canonical.append(self.name)
    for statement in self.statements {
      for engine in SQLEngine.allCases { canonical.append(statement.sql(for: engine)) }
    }
    return hash(canonical.bytes)
  }
}

extension Migration.Statement {
  /// Makes the engine refuse to change or delete a row of `table`.
  static func appendOnly(_ table: String) -> Self {
    .perEngine(
      sqlite: ["UPDATE", "DELETE"].map { event in
        """
        CREATE TRIGGER \(table)_refuses_\(event.lowercased()) BEFORE \(event) ON \(table)
        BEGIN SELECT RAISE(ABORT, 'append-only: \(table)'); END
        """
      },
      postgres: [
        """
        CREATE TRIGGER \(table)_refuses_change BEFORE UPDATE OR DELETE ON \(table)
        FOR EACH ROW EXECUTE FUNCTION refuse_change()
        """,
        """
        CREATE TRIGGER \(table)_refuses_truncate BEFORE TRUNCATE ON \(table)
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """,
      ]
    )
  }
}
