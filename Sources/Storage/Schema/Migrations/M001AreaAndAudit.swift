// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Areas, and the chain of everything done in each.
  static let areaAndAudit = Migration(
    number: 1,
    name: "area-and-audit",
    statements: [
      .perEngine(
        sqlite: [],
        postgres: [
          """
          CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''append-only: %'', TG_TABLE_NAME USING ERRCODE = ''ELS01''; END'
          """
        ]
      ),
      .same(
        """
        CREATE TABLE area (
          area text NOT NULL PRIMARY KEY CHECK (area <> ''),
          name text NOT NULL,
          time_zone text NOT NULL
        )
        """
      ),
      .same(
        """
        CREATE TABLE audit_head (
          area text NOT NULL PRIMARY KEY REFERENCES area (area),
          sequence_number bigint NOT NULL CHECK (sequence_number >= 0),
          hash text NOT NULL
        )
        """
      ),
      .same(
        """
        CREATE TABLE audit (
          area text NOT NULL REFERENCES area (area),
          sequence_number bigint NOT NULL CHECK (sequence_number > 0),
          made_at text NOT NULL,
          actor text NOT NULL,
          role text NOT NULL,
          purpose text NOT NULL,
          action text NOT NULL
            CHECK (action IN ('add', 'change', 'remove', 'view', 'publish', 'cancel', 'revoke')),
          kind text NOT NULL,
          entity text NOT NULL,
          details text NOT NULL,
          previous text NOT NULL,
          hash text NOT NULL,
          PRIMARY KEY (area, sequence_number),
          UNIQUE (area, previous)
        )
        """
      ),
      .same("CREATE INDEX audit_by_actor ON audit (area, actor, sequence_number)"),
      .appendOnly("audit"),
      .same(
        """
        CREATE TABLE audit_subject (
          area text NOT NULL,
          sequence_number bigint NOT NULL,
          child text NOT NULL,
          PRIMARY KEY (area, sequence_number, child),
          FOREIGN KEY (area, sequence_number) REFERENCES audit (area, sequence_number)
        )
        """
      ),
      .same("CREATE INDEX audit_subject_by_child ON audit_subject (area, child, sequence_number)"),
      .appendOnly("audit_subject"),
      .same(
        """
        CREATE TABLE audit_salt (
          area text NOT NULL,
          sequence_number bigint NOT NULL,
          salt text NOT NULL,
          PRIMARY KEY (area, sequence_number),
          FOREIGN KEY (area, sequence_number) REFERENCES audit (area, sequence_number)
        )
        """
      ),
    ]
  )
}
