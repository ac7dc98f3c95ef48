// SPDX-License-Identifier: Apache-2.0

/// Secures the rows of every table that has an area, on an engine that can: after every migration, so that no
/// table is ever left out.
///
/// A policy is one equality with a setting of the transaction: unset, it shows no row. Whoever owns the tables is
/// bound by it too. Besides, the areas may be listed by all, an account be found by its token's hash, and a worker
/// see the jobs of every area.
enum RowSecurity {
  static func statements(for engine: SQLEngine) -> [String] {
    switch engine {
    case .sqlite: []
    case .postgres: [self.secureTables, self.listAreas, self.findAccounts, self.queueJobs, self.grantToApplication]
    }
  }

  private static let secureTables = """
    DO $$
    DECLARE secured record;
    BEGIN
      FOR secured IN
        SELECT c.oid, c.relname FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'area' AND NOT a.attisdropped
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
      LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', secured.relname);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', secured.relname);
        IF NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = secured.oid AND polname = 'by_area') THEN
          EXECUTE format(
            'CREATE POLICY by_area ON %I USING (area = current_setting(''elsec.area'', true))
             WITH CHECK (area = current_setting(''elsec.area'', true))', secured.relname);
        END IF;
      END LOOP;
    END $$
    """

  private static let listAreas = """
    DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = 'area'::regclass AND polname = 'listed') THEN
        CREATE POLICY listed ON area FOR SELECT USING (true);
      END IF;
    END $$
    """

  private static let findAccounts = """
    DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = 'account'::regclass AND polname = 'by_token') THEN
        CREATE POLICY by_token ON account FOR SELECT USING (token_hash = current_setting('elsec.token', true));
      END IF;
    END $$
    """

  private static let queueJobs = """
    DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = 'job'::regclass AND polname = 'queue') THEN
        CREATE POLICY queue ON job USING (current_setting('elsec.queue', true) = 'on')
          WITH CHECK (current_setting('elsec.queue', true) = 'on');
      END IF;
    END $$
    """

  /// The application may add rows everywhere, and change or remove them where records are not append-only. What goes
  /// by a recorded erasure only, it may remove: the table's own trigger sees to the rest.
  private static let grantToApplication = """
    DO $$
    DECLARE granted record;
    BEGIN
      IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'elsec_app') THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO elsec_app', current_schema());
        FOR granted IN
          SELECT c.relname, EXISTS (
            SELECT 1 FROM pg_trigger g
            WHERE g.tgrelid = c.oid AND g.tgname = c.relname || '_refuses_change') AS append_only,
            EXISTS (
            SELECT 1 FROM pg_trigger g
            WHERE g.tgrelid = c.oid AND g.tgname = c.relname || '_refuses_change_but_erasure') AS erasable
          FROM pg_class c
          WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        LOOP
          IF granted.relname = 'schema_migration' THEN
            EXECUTE format('GRANT SELECT ON %I TO elsec_app', granted.relname);
          ELSIF granted.append_only THEN
            EXECUTE format('GRANT SELECT, INSERT ON %I TO elsec_app', granted.relname);
          ELSIF granted.erasable THEN
            EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO elsec_app', granted.relname);
          ELSE
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO elsec_app', granted.relname);
          END IF;
        END LOOP;
        GRANT UPDATE (note) ON visit_done TO elsec_app;
      END IF;
    END $$
    """
}
