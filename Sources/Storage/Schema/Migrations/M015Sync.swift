// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// What devices sent; and, in a device's own store, with whom it exchanges, what it sent and what it was given.
  static let sync = Migration(
    number: 15,
    name: "sync",
    statements: [
      .same(
        """
        CREATE TABLE received_record (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          kind text NOT NULL CHECK (kind IN ('screening', 'amendment', 'confirmation')),
          child text NOT NULL,
          parent text,
          body_hash text NOT NULL,
          body text,
          made_by text NOT NULL CHECK (made_by <> ''),
          role text NOT NULL,
          device text NOT NULL,
          made_at text NOT NULL,
          clock_ahead bigint NOT NULL,
          received_at text NOT NULL,
          state text NOT NULL CHECK (state IN ('stored', 'held', 'conflict', 'taken', 'dropped')),
          contradicts text,
          decided_by text,
          decided_at text,
          decision_reason text,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, child) REFERENCES child (area, id),
          CHECK ((state = 'stored') = (body IS NULL)),
          CHECK (state <> 'held' OR parent IS NOT NULL),
          CHECK ((state IN ('taken', 'dropped')) = (decided_by IS NOT NULL)),
          CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
          CHECK ((decided_by IS NULL) = (decision_reason IS NULL))
        )
        """
      ),
      .same("CREATE INDEX received_record_by_child ON received_record (area, child)"),
      // What waits is little; what is stored is in nobody's way.
      .same(
        """
        CREATE INDEX received_record_waiting ON received_record (area, parent) WHERE state IN ('held', 'conflict')
        """
      ),
      .same(
        """
        CREATE TABLE sync_server (
          area text NOT NULL REFERENCES area (area),
          address text NOT NULL CHECK (address <> ''),
          person text NOT NULL CHECK (person <> ''),
          role text NOT NULL,
          settings text NOT NULL,
          cursor_text text,
          round bigint NOT NULL CHECK (round >= 0),
          clock_ahead bigint NOT NULL,
          last_contact text NOT NULL,
          audit_root text,
          PRIMARY KEY (area)
        )
        """
      ),
      .same(
        """
        CREATE TABLE outbox (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          kind text NOT NULL CHECK (kind IN ('screening', 'amendment', 'confirmation')),
          state text NOT NULL CHECK (state IN ('sent', 'held', 'conflict', 'rejected', 'fetched')),
          code text,
          answered_at text NOT NULL,
          PRIMARY KEY (area, id),
          CHECK ((state = 'rejected') = (code IS NOT NULL))
        )
        """
      ),
      .same(
        """
        CREATE TABLE fetched_child (
          area text NOT NULL,
          child text NOT NULL,
          round bigint NOT NULL,
          PRIMARY KEY (area, child),
          FOREIGN KEY (area, child) REFERENCES child (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE released_child (
          area text NOT NULL,
          child text NOT NULL,
          PRIMARY KEY (area, child),
          FOREIGN KEY (area) REFERENCES sync_server (area)
        )
        """
      ),
      // A device lets go of what the service keeps. Nowhere else can there be a row that says so.
      .letGo("screening", of: "SELECT OLD.child"),
      .letGo("visit_attendance", of: "SELECT OLD.child"),
      .letGo("legal_hold", of: "SELECT OLD.child"),
      .letGo("tier_confirmation", of: Self.childOfScreening),
      .letGo("second_rating", of: Self.childOfScreening),
      .letGo("entry_event", of: "SELECT entry.child FROM entry WHERE entry.area = OLD.area AND entry.id = OLD.entry"),
    ]
  )

  private static let childOfScreening =
    "SELECT screening.child FROM screening WHERE screening.area = OLD.area AND screening.id = OLD.screening"
}

extension Migration.Statement {
  /// On the embedded engine, lets a row of an append-only table go also while its child is being released.
  fileprivate static func letGo(_ table: String, of child: String) -> Self {
    let isOf = { (list: String) in
      "EXISTS (SELECT 1 FROM \(list) WHERE \(list).area = OLD.area AND \(list).child IN (\(child)))"
    }
    return .perEngine(
      sqlite: [
        "DROP TRIGGER IF EXISTS \(table)_refuses_delete",
        """
        CREATE TRIGGER \(table)_refuses_delete BEFORE DELETE ON \(table)
        WHEN NOT \(isOf("erasure")) AND NOT \(isOf("released_child"))
        BEGIN SELECT RAISE(ABORT, 'append-only: \(table)'); END
        """,
      ],
      postgres: [])
  }
}
