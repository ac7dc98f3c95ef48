// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Visits that are asked for.
  static let demand = Migration(
    number: 5,
    name: "demand",
    statements: [
      .same(
        """
        CREATE TABLE demand_series (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          setting text NOT NULL,
          programme text NOT NULL,
          tier text NOT NULL,
          skill text NOT NULL,
          sessions_per_week bigint NOT NULL CHECK (sessions_per_week >= 0),
          weeks bigint NOT NULL CHECK (weeks >= 0),
          starts_week text,
          gap_days bigint NOT NULL CHECK (gap_days >= 0),
          same_staff text NOT NULL CHECK (same_staff IN ('require', 'prefer', 'any')),
          prefer_staff text NOT NULL,
          source text NOT NULL CHECK (source IN ('derived', 'manager')),
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, setting) REFERENCES setting (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE demand_visit (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          series text,
          setting text NOT NULL,
          week text NOT NULL,
          kind text NOT NULL,
          programme text NOT NULL,
          session_number bigint NOT NULL CHECK (session_number > 0),
          minutes bigint NOT NULL CHECK (minutes > 0),
          slots text NOT NULL,
          windows text NOT NULL,
          weight bigint NOT NULL CHECK (weight >= 0),
          prefer_staff text NOT NULL,
          forbid_staff text NOT NULL,
          after_visits text NOT NULL,
          gap_minutes bigint NOT NULL CHECK (gap_minutes >= 0),
          allows_inset_days bigint NOT NULL CHECK (allows_inset_days IN (0, 1)),
          reason text NOT NULL,
          source text NOT NULL CHECK (source IN ('derived', 'manager')),
          cancelled_at text,
          cancel_reason text,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, series) REFERENCES demand_series (area, id),
          FOREIGN KEY (area, setting) REFERENCES setting (area, id),
          CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL))
        )
        """
      ),
      .same("CREATE INDEX demand_visit_by_week ON demand_visit (area, week, setting)"),
      .same("CREATE INDEX demand_visit_by_series ON demand_visit (area, series)"),
      .same(
        """
        CREATE TABLE demand_visit_child (
          area text NOT NULL,
          visit text NOT NULL,
          child text NOT NULL,
          PRIMARY KEY (area, visit, child),
          FOREIGN KEY (area, visit) REFERENCES demand_visit (area, id),
          FOREIGN KEY (area, child) REFERENCES child (area, id)
        )
        """
      ),
      .same("CREATE INDEX demand_visit_child_by_child ON demand_visit_child (area, child)"),
    ]
  )
}
