// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Sittings, keystroke by keystroke; screenings; confirmed tiers.
  static let screenings = Migration(
    number: 4,
    name: "screenings",
    statements: [
      .same(
        """
        CREATE TABLE entry (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          child text NOT NULL,
          cohort text,
          phase text NOT NULL CHECK (phase IN ('baseline', 'followup')),
          screener text NOT NULL,
          version text NOT NULL,
          definition_hash text NOT NULL,
          test_date text NOT NULL,
          made_by text NOT NULL,
          status text NOT NULL CHECK (status IN ('open', 'finished', 'abandoned')),
          started_at text NOT NULL,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, child) REFERENCES child (area, id),
          FOREIGN KEY (area, cohort) REFERENCES cohort (area, id)
        )
        """
      ),
      .same("CREATE INDEX entry_by_child ON entry (area, child)"),
      .same(
        """
        CREATE TABLE entry_event (
          area text NOT NULL,
          entry text NOT NULL,
          sequence_number bigint NOT NULL CHECK (sequence_number > 0),
          kind text NOT NULL CHECK (kind IN ('answer', 'skip', 'back', 'note')),
          item text,
          code text,
          made_at text NOT NULL,
          PRIMARY KEY (area, entry, sequence_number),
          FOREIGN KEY (area, entry) REFERENCES entry (area, id)
        )
        """
      ),
      .appendOnly("entry_event"),
      .same(
        """
        CREATE TABLE screening (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          child text NOT NULL,
          cohort text,
          phase text NOT NULL CHECK (phase IN ('baseline', 'followup')),
          screener text NOT NULL,
          version text NOT NULL,
          definition_hash text NOT NULL,
          test_date text NOT NULL,
          age_months bigint CHECK (age_months >= 0),
          answers text NOT NULL,
          scores text NOT NULL,
          band text,
          proposed_tier text,
          flags text NOT NULL,
          not_screened_reason text CHECK (not_screened_reason IN
            ('absent', 'opted-out', 'left-setting', 'declined', 'not-suitable', 'other')),
          made_by text NOT NULL,
          recorded_at text NOT NULL,
          supersedes text,
          amendment_reason text,
          PRIMARY KEY (area, id),
          UNIQUE (area, supersedes),
          FOREIGN KEY (area, child) REFERENCES child (area, id),
          FOREIGN KEY (area, cohort) REFERENCES cohort (area, id),
          FOREIGN KEY (area, supersedes) REFERENCES screening (area, id),
          CHECK ((supersedes IS NULL) = (amendment_reason IS NULL)),
          CHECK (supersedes <> id)
        )
        """
      ),
      .same("CREATE INDEX screening_by_child ON screening (area, child)"),
      .same("CREATE INDEX screening_by_cohort ON screening (area, cohort)"),
      .appendOnly("screening"),
      .same(
        """
        CREATE TABLE tier_confirmation (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          screening text NOT NULL,
          tier text NOT NULL,
          made_by text NOT NULL CHECK (made_by <> ''),
          role text NOT NULL,
          is_override bigint NOT NULL CHECK (is_override IN (0, 1)),
          reason text,
          made_at text NOT NULL,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, screening) REFERENCES screening (area, id),
          CHECK (is_override = 0 OR reason IS NOT NULL)
        )
        """
      ),
      .same("CREATE INDEX tier_confirmation_by_screening ON tier_confirmation (area, screening)"),
      .appendOnly("tier_confirmation"),
    ]
  )
}
