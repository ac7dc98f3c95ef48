// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Who may sign in, answers kept for repeated calls, and what was released.
  static let access = Migration(
    number: 8,
    name: "access",
    statements: [
      .same(
        """
        CREATE TABLE account (
          area text NOT NULL REFERENCES area (area),
          name text NOT NULL CHECK (name <> ''),
          role text NOT NULL CHECK (role IN ('practitioner', 'setting', 'therapist', 'manager', 'plan-lead',
            'auditor', 'admin', 'worker')),
          token_hash text NOT NULL UNIQUE,
          staff text,
          setting text,
          added_at text NOT NULL,
          revoked_at text,
          PRIMARY KEY (area, name),
          FOREIGN KEY (area, staff) REFERENCES staff (area, id),
          FOREIGN KEY (area, setting) REFERENCES setting (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE idempotency_key (
          area text NOT NULL REFERENCES area (area),
          actor text NOT NULL,
          idempotency_key text NOT NULL,
          params_hash text NOT NULL,
          answer text NOT NULL,
          made_at text NOT NULL,
          PRIMARY KEY (area, actor, idempotency_key)
        )
        """
      ),
      .same(
        """
        CREATE TABLE release_ledger (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          specification text NOT NULL,
          policy text NOT NULL,
          child_sets text NOT NULL,
          published_table text NOT NULL,
          audience text NOT NULL,
          made_by text NOT NULL,
          made_at text NOT NULL,
          PRIMARY KEY (area, id)
        )
        """
      ),
      .appendOnly("release_ledger"),
      .same(
        """
        CREATE TABLE area_secret (
          area text NOT NULL REFERENCES area (area),
          name text NOT NULL CHECK (name <> ''),
          value text NOT NULL,
          PRIMARY KEY (area, name)
        )
        """
      ),
    ]
  )
}
