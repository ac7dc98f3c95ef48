// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// The local area inclusion plan, its evidence and its partnership.
  static let plans = Migration(
    number: 7,
    name: "plans",
    statements: [
      .same(
        """
        CREATE TABLE plan (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          title text NOT NULL,
          period_from text NOT NULL,
          period_to text NOT NULL CHECK (period_to >= period_from),
          template_version text NOT NULL,
          status text NOT NULL
            CHECK (status IN ('draft', 'consulting', 'submitted', 'signed-off', 'superseded')),
          signed_off_on text,
          signed_off_by text NOT NULL,
          PRIMARY KEY (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE plan_section (
          area text NOT NULL,
          plan text NOT NULL,
          section_number bigint NOT NULL CHECK (section_number BETWEEN 1 AND 12),
          heading text NOT NULL,
          body text NOT NULL,
          PRIMARY KEY (area, plan, section_number),
          FOREIGN KEY (area, plan) REFERENCES plan (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE plan_priority (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          plan text NOT NULL,
          section bigint NOT NULL,
          aim text NOT NULL,
          lead_partner text NOT NULL,
          outcome text NOT NULL,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, plan, section) REFERENCES plan_section (area, plan, section_number)
        )
        """
      ),
      .same("CREATE INDEX plan_priority_by_plan ON plan_priority (area, plan)"),
      .same(
        """
        CREATE TABLE plan_measure (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          priority text NOT NULL,
          code text NOT NULL,
          direction text NOT NULL CHECK (direction IN ('up', 'down')),
          baseline text,
          baseline_as_at text,
          target text,
          due text,
          query text,
          PRIMARY KEY (area, id),
          UNIQUE (area, priority, code),
          FOREIGN KEY (area, priority) REFERENCES plan_priority (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE evidence (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          plan text NOT NULL,
          section bigint NOT NULL,
          measure text,
          kind text NOT NULL CHECK (kind IN ('elsec-cohort', 'elsec-rota', 'dashboard', 'document')),
          title text NOT NULL,
          content text NOT NULL,
          sha256 text NOT NULL,
          specification text NOT NULL,
          policy text NOT NULL,
          pulled_by text NOT NULL,
          pulled_at text NOT NULL,
          supersedes text,
          accepted_by text,
          PRIMARY KEY (area, id),
          UNIQUE (area, supersedes),
          FOREIGN KEY (area, plan, section) REFERENCES plan_section (area, plan, section_number),
          FOREIGN KEY (area, measure) REFERENCES plan_measure (area, id),
          FOREIGN KEY (area, supersedes) REFERENCES evidence (area, id),
          CHECK ((supersedes IS NULL) = (accepted_by IS NULL)),
          CHECK (supersedes <> id)
        )
        """
      ),
      .same("CREATE INDEX evidence_by_plan ON evidence (area, plan, section)"),
      .appendOnly("evidence"),
      .same(
        """
        CREATE TABLE partnership_member (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          role text NOT NULL,
          organisation text NOT NULL,
          person text,
          from_day text,
          to_day text,
          PRIMARY KEY (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE partnership_meeting (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          held_on text NOT NULL,
          present_roles text NOT NULL,
          decisions text NOT NULL,
          PRIMARY KEY (area, id)
        )
        """
      ),
    ]
  )
}
