// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Rotas, and what became of their visits.
  static let rotas = Migration(
    number: 6,
    name: "rotas",
    statements: [
      .same(
        """
        CREATE TABLE rota (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          week text NOT NULL,
          status text NOT NULL CHECK (status IN ('draft', 'published', 'superseded')),
          problem text NOT NULL,
          answer text NOT NULL,
          cost bigint NOT NULL,
          seed bigint NOT NULL,
          travel_statement text NOT NULL,
          made_by text NOT NULL,
          made_at text NOT NULL,
          published_by text,
          published_at text,
          PRIMARY KEY (area, id),
          CHECK ((status = 'draft') = (published_at IS NULL)),
          CHECK ((published_at IS NULL) = (published_by IS NULL))
        )
        """
      ),
      .same("CREATE INDEX rota_by_week ON rota (area, week)"),
      .same("CREATE UNIQUE INDEX rota_published ON rota (area, week) WHERE status = 'published'"),
      .same(
        """
        CREATE TABLE rota_assignment (
          area text NOT NULL,
          rota text NOT NULL,
          visit text NOT NULL,
          slot bigint NOT NULL CHECK (slot >= 0),
          staff text NOT NULL,
          visit_day text NOT NULL,
          start_minute bigint NOT NULL CHECK (start_minute BETWEEN 0 AND 1440),
          end_minute bigint NOT NULL CHECK (end_minute BETWEEN 0 AND 1440),
          PRIMARY KEY (area, rota, visit, slot),
          FOREIGN KEY (area, rota) REFERENCES rota (area, id),
          FOREIGN KEY (area, visit) REFERENCES demand_visit (area, id),
          FOREIGN KEY (area, staff) REFERENCES staff (area, id),
          CHECK (end_minute >= start_minute)
        )
        """
      ),
      .same("CREATE INDEX rota_assignment_by_staff ON rota_assignment (area, staff, visit_day)"),
      .same(
        """
        CREATE TABLE visit_done (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          rota text,
          visit text NOT NULL,
          outcome text NOT NULL CHECK (outcome IN ('done', 'missed', 'cancelled')),
          minutes bigint NOT NULL CHECK (minutes >= 0),
          note text NOT NULL,
          made_by text NOT NULL,
          made_at text NOT NULL,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, rota) REFERENCES rota (area, id),
          FOREIGN KEY (area, visit) REFERENCES demand_visit (area, id)
        )
        """
      ),
      .same("CREATE INDEX visit_done_by_visit ON visit_done (area, visit)"),
      .appendOnly("visit_done"),
      .same(
        """
        CREATE TABLE visit_attendance (
          area text NOT NULL,
          visit_done text NOT NULL,
          child text NOT NULL,
          PRIMARY KEY (area, visit_done, child),
          FOREIGN KEY (area, visit_done) REFERENCES visit_done (area, id),
          FOREIGN KEY (area, child) REFERENCES child (area, id)
        )
        """
      ),
      .appendOnly("visit_attendance"),
    ]
  )
}
