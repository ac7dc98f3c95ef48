// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Under what circumstances answers were given and scored: the edition, what was known of the child, months in
  /// English, and the language of each answer.
  static let circumstances = Migration(
    number: 10,
    name: "circumstances",
    statements: [
      .same("ALTER TABLE screening ADD COLUMN edition text"),
      .same("ALTER TABLE screening ADD COLUMN context text"),
      .same(
        """
        ALTER TABLE child ADD COLUMN months_in_english bigint CHECK (months_in_english BETWEEN 0 AND 300)
        """
      ),
      .perEngine(
        // SQLite cannot change a CHECK: the table is made anew and the rows are carried over. Nothing refers to it,
        // and dropping a table fires no trigger.
        sqlite: [
          """
          CREATE TABLE entry_event_new (
            area text NOT NULL,
            entry text NOT NULL,
            sequence_number bigint NOT NULL CHECK (sequence_number > 0),
            kind text NOT NULL CHECK (kind IN ('answer', 'skip', 'back', 'note', 'language')),
            item text,
            code text,
            made_at text NOT NULL,
            PRIMARY KEY (area, entry, sequence_number),
            FOREIGN KEY (area, entry) REFERENCES entry (area, id)
          )
          """,
          """
          INSERT INTO entry_event_new (area, entry, sequence_number, kind, item, code, made_at)
          SELECT area, entry, sequence_number, kind, item, code, made_at FROM entry_event
          """,
          "DROP TABLE entry_event",
          "ALTER TABLE entry_event_new RENAME TO entry_event",
          """
          CREATE TRIGGER entry_event_refuses_update BEFORE UPDATE ON entry_event
          BEGIN SELECT RAISE(ABORT, 'append-only: entry_event'); END
          """,
          """
          CREATE TRIGGER entry_event_refuses_delete BEFORE DELETE ON entry_event
          BEGIN SELECT RAISE(ABORT, 'append-only: entry_event'); END
          """,
        ],
        postgres: [
          "ALTER TABLE entry_event DROP CONSTRAINT entry_event_kind_check",
          """
          ALTER TABLE entry_event ADD CONSTRAINT entry_event_kind_check
          CHECK (kind IN ('answer', 'skip', 'back', 'note', 'language'))
          """,
        ]
      ),
    ]
  )
}
