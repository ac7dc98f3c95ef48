// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Signed roots of the audit, legal holds, and erasures; what is kept about a child goes by a recorded erasure only.
  static let rootsAndErasure = Migration(
    number: 13,
    name: "roots-and-erasure",
    statements: [
      .same(
        """
        CREATE TABLE audit_root (
          area text NOT NULL REFERENCES area (area),
          size bigint NOT NULL CHECK (size > 0),
          root text NOT NULL,
          head text NOT NULL,
          made_at text NOT NULL,
          key_name text NOT NULL CHECK (key_name <> ''),
          key_id text NOT NULL,
          signature text NOT NULL,
          PRIMARY KEY (area, size)
        )
        """
      ),
      .appendOnly("audit_root"),
      .same(
        """
        CREATE TABLE erasure (
          area text NOT NULL REFERENCES area (area),
          child text NOT NULL CHECK (child <> ''),
          reason text NOT NULL CHECK (reason <> ''),
          asked_by text NOT NULL CHECK (asked_by <> ''),
          approved_by text NOT NULL CHECK (approved_by <> ''),
          due_on text NOT NULL,
          early_reason text,
          audit_size bigint NOT NULL CHECK (audit_size >= 0),
          audit_hash text NOT NULL,
          made_at text NOT NULL,
          PRIMARY KEY (area, child),
          CHECK (asked_by <> approved_by)
        )
        """
      ),
      .appendOnly("erasure"),
      .same(
        """
        CREATE TABLE legal_hold (
          area text NOT NULL,
          child text NOT NULL,
          sequence_number bigint NOT NULL CHECK (sequence_number > 0),
          is_held bigint NOT NULL CHECK (is_held IN (0, 1)),
          reason text NOT NULL CHECK (reason <> ''),
          made_by text NOT NULL CHECK (made_by <> ''),
          made_at text NOT NULL,
          PRIMARY KEY (area, child, sequence_number),
          FOREIGN KEY (area, child) REFERENCES child (area, id)
        )
        """
      ),
      .same("ALTER TABLE child ADD COLUMN died_on text"),
      .keptUntilErasure("legal_hold", replacing: false, of: "SELECT OLD.child"),
      .keptUntilErasure("screening", of: "SELECT OLD.child"),
      .keptUntilErasure("visit_attendance", of: "SELECT OLD.child"),
      .keptUntilErasure(
        "tier_confirmation",
        of: "SELECT screening.child FROM screening WHERE screening.area = OLD.area AND screening.id = OLD.screening"),
      .keptUntilErasure(
        "second_rating",
        of: "SELECT screening.child FROM screening WHERE screening.area = OLD.area AND screening.id = OLD.screening"),
      .keptUntilErasure(
        "entry_event",
        of: "SELECT entry.child FROM entry WHERE entry.area = OLD.area AND entry.id = OLD.entry"),
      .blankedByErasure,
      .same("CREATE INDEX visit_attendance_by_child ON visit_attendance (area, child)"),
    ]
  )
}

extension Migration.Statement {
  /// Makes the engine refuse to change a row of `table`, and to delete one unless the erasure of its child is on
  /// record.
  ///
  /// - Parameters:
  ///   - isReplacing: the table refused every change until now.
  ///   - child: a query for the id of the child whom the row `OLD` is about.
  fileprivate static func keptUntilErasure(
    _ table: String, replacing isReplacing: Bool = true, of child: String
  ) -> Self {
    let isErased = """
      EXISTS (SELECT 1 FROM erasure WHERE erasure.area = OLD.area AND erasure.child IN (\(child)))
      """
    let droppedFromSQLite = ["update", "delete"].map { "DROP TRIGGER IF EXISTS \(table)_refuses_\($0)" }
    let droppedFromPostgres = ["DROP TRIGGER IF EXISTS \(table)_refuses_change ON \(table)"]
    return .perEngine(
      sqlite: (isReplacing ? droppedFromSQLite : []) + [
        """
        CREATE TRIGGER \(table)_refuses_update BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'append-only: \(table)'); END
        """,
        """
        CREATE TRIGGER \(table)_refuses_delete BEFORE DELETE ON \(table) WHEN NOT \(isErased)
        BEGIN SELECT RAISE(ABORT, 'append-only: \(table)'); END
        """,
      ],
      postgres: (isReplacing ? droppedFromPostgres : []) + [
        """
        CREATE OR REPLACE FUNCTION \(table)_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          IF TG_OP = 'DELETE' THEN
            IF \(isErased) THEN RETURN OLD; END IF;
          END IF;
          RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'ELS01', TABLE = TG_TABLE_NAME;
        END $$
        """,
        """
        CREATE TRIGGER \(table)_refuses_change_but_erasure BEFORE UPDATE OR DELETE ON \(table)
        FOR EACH ROW EXECUTE FUNCTION \(table)_refuse_change()
        """,
      ]
        + (isReplacing
          ? []
          : [
            """
            CREATE TRIGGER \(table)_refuses_truncate BEFORE TRUNCATE ON \(table)
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
            """
          ])
    )
  }

  /// Makes the engine refuse to delete a visit's outcome, and to change it but for emptying the note of a visit that
  /// an erased child was down for or at.
  fileprivate static let blankedByErasure: Self = {
    let same = ["area", "id", "visit", "outcome", "minutes", "made_by", "made_at"].map { "NEW.\($0) = OLD.\($0)" }
    let isBlanking = """
      NEW.note = '' AND \(same.joined(separator: " AND "))
      AND (NEW.rota = OLD.rota OR (NEW.rota IS NULL AND OLD.rota IS NULL))
      AND EXISTS (
        SELECT 1 FROM erasure
        WHERE erasure.area = OLD.area AND (
          erasure.child IN (
            SELECT demand_visit_child.child FROM demand_visit_child
            WHERE demand_visit_child.area = OLD.area AND demand_visit_child.visit = OLD.visit)
          OR erasure.child IN (
            SELECT visit_attendance.child FROM visit_attendance
            WHERE visit_attendance.area = OLD.area AND visit_attendance.visit_done = OLD.id)))
      """
    return .perEngine(
      sqlite: [
        "DROP TRIGGER IF EXISTS visit_done_refuses_update",
        """
        CREATE TRIGGER visit_done_refuses_update BEFORE UPDATE ON visit_done WHEN NOT (\(isBlanking))
        BEGIN SELECT RAISE(ABORT, 'append-only: visit_done'); END
        """,
      ],
      postgres: [
        "DROP TRIGGER IF EXISTS visit_done_refuses_change ON visit_done",
        """
        CREATE OR REPLACE FUNCTION visit_done_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          IF TG_OP = 'UPDATE' THEN
            IF \(isBlanking) THEN RETURN NEW; END IF;
          END IF;
          RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'ELS01', TABLE = TG_TABLE_NAME;
        END $$
        """,
        """
        CREATE TRIGGER visit_done_refuses_change BEFORE UPDATE OR DELETE ON visit_done
        FOR EACH ROW EXECUTE FUNCTION visit_done_refuse_change()
        """,
      ]
    )
  }()
}
