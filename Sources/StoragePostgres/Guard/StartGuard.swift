// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// What would let one area's rows be seen by another's people; a store with any of it is not opened.
enum StartGuard {
  /// Below it statistics leak through row-level security (CVE-2025-8713).
  static let oldestServer = 150_014

  static func problems(on connection: any SQLConnection, isMigrating: Bool) throws -> [Fault] {
    try self.server(connection) + (isMigrating ? [] : self.role(connection) + self.tables(connection))
  }

  private static func server(_ connection: any SQLConnection) throws -> [Fault] {
    let rows = try connection.query("SELECT current_setting('server_version_num'), current_setting('server_version')")
    guard let row = rows.first, case .text(let number) = row.values[0], case .text(let name) = row.values[1] else {
      return [Fault(.storeUnsafe, "the server does not say how old it is")]
    }
    guard Int(number) ?? 0 < self.oldestServer else { return [] }
    return [
      Fault(
        .storeUnsafe, "the server is PostgreSQL \(name), which lets statistics out past row-level security",
        maybe: "install 15.14 or newer")
    ]
  }

  /// What the user is, and what it could make itself.
  private static func role(_ connection: any SQLConnection) throws -> [Fault] {
    let past = try connection.query(
      """
      SELECT rolname FROM pg_roles
      WHERE (rolsuper OR rolbypassrls) AND pg_has_role(current_user, oid, 'MEMBER') LIMIT 1
      """)
    guard past.isEmpty else {
      return [
        Fault(
          .storeUnsafe, "the store's user is a superuser or may bypass row-level security",
          maybe: "connect as elsec_app; 'Ops/postgres set-up' makes it")
      ]
    }
    let owned = try connection.query(
      """
      SELECT relname FROM pg_class
      WHERE pg_has_role(current_user, relowner, 'MEMBER') AND relnamespace = to_regnamespace('elsec')
        AND relkind IN ('r', 'p') LIMIT 1
      """)
    return owned.map { _ in
      Fault(
        .storeUnsafe, "the store's user owns tables, and could take down what secures them",
        maybe: "connect as elsec_app; only 'elsec store migrate' runs as the owner")
    }
  }

  /// Tables with an area whose rows are not secured in every way, or that a policy shows which elsec did not make: one
  /// that permits is enough.
  private static func tables(_ connection: any SQLConnection) throws -> [Fault] {
    try connection.query(
      """
      WITH known (tables, policy, command, shows, takes) AS (VALUES
        (NULL, 'by_area', '*', $1, $1), ('area', 'listed', 'r', 'true', NULL),
        ('account', 'by_token', 'r', $2, NULL), ('job', 'queue', '*', $3, $3))
      SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'area'
      WHERE c.relnamespace = to_regnamespace('elsec') AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity
          AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'by_area')
          AND NOT EXISTS (
            SELECT 1 FROM pg_policy p
            WHERE p.polrelid = c.oid AND p.polpermissive AND NOT EXISTS (
              SELECT 1 FROM known k
              WHERE coalesce(k.tables, c.relname) = c.relname AND k.policy = p.polname
                AND k.command = p.polcmd::text AND k.shows = pg_get_expr(p.polqual, p.polrelid)
                AND k.takes IS NOT DISTINCT FROM pg_get_expr(p.polwithcheck, p.polrelid))))
      ORDER BY c.relname
      """,
      [
        .text("(area = current_setting('elsec.area'::text, true))"),
        .text("(token_hash = current_setting('elsec.token'::text, true))"),
        .text("(current_setting('elsec.queue'::text, true) = 'on'::text)"),
      ]
    ).map { row in
      guard case .text(let table) = row.values[0] else { return Fault(.storeUnsafe, "a table is not secured") }
      return Fault(
        .storeUnsafe, "the rows of '\(table)' are not secured by area",
        maybe: "run 'elsec store migrate' as elsec_migrate")
    }
  }
}
