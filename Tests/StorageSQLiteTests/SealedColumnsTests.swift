// SPDX-License-Identifier: Apache-2.0

import Storage
import StorageSQLite
import Testing

/// What is sealed of the schema, and how statements find it.
@Suite struct SealedColumnsTests {
  /// A table or column that a migration adds is in neither list until somebody decides.
  @Test func everyColumnOfTheSchemaIsKnownAsSealedOrPlain() async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.makeSealed()
      try await store.close()
      let driver = try await SQLiteDriver.open(at: folder.path) { _ in SealedFolder.key }
      let rows = try await driver.read { connection in
        try connection.query(
          """
          SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
          WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'
          """)
      }
      try await driver.close()
      var found: [String: Set<String>] = [:]
      for row in rows {
        guard case .text(let table) = row.values[0], case .text(let column) = row.values[1] else { continue }
        found[table, default: []].insert(column)
      }
      let sealed = Dictionary(uniqueKeysWithValues: SealedTable.all.map { ($0.name, $0) })
      #expect(Set(found.keys) == Set(sealed.keys).union(SealedTable.plainTables))
      for (name, table) in sealed {
        #expect(found[name] == Set(table.sealedColumns + table.plain), "\(name)")
        #expect(Set(table.sealedColumns).isDisjoint(with: table.plain), "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("SELECT id FROM setting WHERE area = $1", "SELECT id FROM setting WHERE area = $1"),
    ("SELECT id FROM child WHERE area = $1", "SELECT id FROM opened_child AS child WHERE area = $1"),
    (
      "SELECT a.id FROM child AS a JOIN cohort ON x JOIN screening ON y",
      "SELECT a.id FROM opened_child AS a JOIN cohort ON x JOIN opened_screening AS screening ON y"
    ),
    ("INSERT INTO staff (area) VALUES ($1)", "INSERT INTO opened_staff (area) VALUES ($1)"),
    ("UPDATE visit_done SET note = ''", "UPDATE opened_visit_done AS visit_done SET note = ''"),
    ("DELETE FROM screening WHERE id = $2", "DELETE FROM opened_screening AS screening WHERE id = $2"),
    (
      "SELECT x FROM y WHERE z = 'FROM child' AND EXISTS (SELECT 1 FROM\n  child)",
      "SELECT x FROM y WHERE z = 'FROM child' AND EXISTS (SELECT 1 FROM\n  opened_child AS child)"
    ),
    (
      "INSERT INTO fetched_child (x) VALUES ($1) ON CONFLICT (x) DO UPDATE SET x = excluded.x",
      "INSERT INTO fetched_child (x) VALUES ($1) ON CONFLICT (x) DO UPDATE SET x = excluded.x"
    ),
    (
      "SELECT id FROM child WHERE area = $1 AND birth_date = $2 ORDER BY id",
      """
      SELECT id FROM opened_child AS child WHERE area = $1 AND birth_date = $2 \
      AND kept_birth_date = elsec_stand_in('child', 'birth_date', 1, $2) ORDER BY id
      """
    ),
    (
      "UPDATE child SET birth_date = $3 WHERE area = $1",
      "UPDATE opened_child AS child SET birth_date = $3 WHERE area = $1"
    ),
    ("SELECT birth_date FROM entry WHERE birth_date = $1", "SELECT birth_date FROM entry WHERE birth_date = $1"),
  ])
  func aStatementIsTurnedToTheViewsOfWhatIsSealed(_ plain: String, _ opened: String) {
    #expect(SealedStatement.opened(plain) == opened)
  }

  @Test(arguments: [
    ("child WHERE area = $1 AND birth_date = $2", "child_by_birth_date (area=? AND birth_date=?)"),
    ("child WHERE area = $1 AND id = $2", "(area=? AND id=?)"),
    ("child WHERE area = $1 AND setting = $2", "child_by_setting (area=? AND setting=?)"),
    (
      "child_identifier WHERE area = $1 AND scheme = 'upn' AND identifier = $2",
      "(area=? AND scheme=? AND identifier=?)"
    ),
    ("screening WHERE area = $1 AND supersedes = $2", "(area=? AND supersedes=?)"),
  ])
  func whatIsLookedUpIsFoundByAnIndex(_ clause: String, _ index: String) async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.makeSealed()
      try await store.close()
      let driver = try await SQLiteDriver.open(at: folder.path) { _ in SealedFolder.key }
      let sql = "EXPLAIN QUERY PLAN " + SealedStatement.opened("SELECT * FROM \(clause)")
      let plan = try await driver.read(in: .area(SealedFolder.person.area)) { connection in
        try connection.query(sql, [.text("a"), .text("b")])
      }
      try await driver.close()
      #expect("\(plan)".contains(index), "\(plan)")
    }
  }
}
