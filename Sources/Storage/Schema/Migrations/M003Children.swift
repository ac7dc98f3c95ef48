// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Children, what other systems call them, and cohorts.
  static let children = Migration(
    number: 3,
    name: "children",
    statements: [
      .same(
        """
        CREATE TABLE child (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          setting text,
          given_name text NOT NULL,
          family_name text NOT NULL,
          birth_date text NOT NULL,
          sex text CHECK (sex IN ('F', 'M')),
          home_languages text NOT NULL,
          learns_english_as_additional bigint CHECK (learns_english_as_additional IN (0, 1)),
          free_school_meals bigint CHECK (free_school_meals IN (0, 1)),
          sen_status text CHECK (sen_status IN ('E', 'K', 'N')),
          deprivation_decile bigint CHECK (deprivation_decile BETWEEN 1 AND 10),
          weeks_gestation bigint CHECK (weeks_gestation BETWEEN 20 AND 45),
          english_exposure bigint CHECK (english_exposure BETWEEN 0 AND 100),
          year_group_override text,
          opted_out text,
          opt_out_source text,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, setting) REFERENCES setting (area, id),
          CHECK ((opted_out IS NULL) = (opt_out_source IS NULL))
        )
        """
      ),
      .same("CREATE INDEX child_by_setting ON child (area, setting, id)"),
      .same("CREATE INDEX child_by_birth_date ON child (area, birth_date)"),
      .same(
        """
        CREATE TABLE child_identifier (
          area text NOT NULL,
          child text NOT NULL,
          scheme text NOT NULL CHECK (scheme IN ('nhs', 'upn', 'local')),
          identifier text NOT NULL CHECK (identifier <> ''),
          purpose text NOT NULL,
          PRIMARY KEY (area, child, scheme),
          UNIQUE (area, scheme, identifier),
          FOREIGN KEY (area, child) REFERENCES child (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE cohort (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          setting text NOT NULL,
          academic_year text NOT NULL,
          term text NOT NULL CHECK (term IN ('autumn', 'spring', 'summer')),
          year_group text NOT NULL,
          expected bigint NOT NULL CHECK (expected >= 0),
          PRIMARY KEY (area, id),
          UNIQUE (area, setting, academic_year, term, year_group),
          FOREIGN KEY (area, setting) REFERENCES setting (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE cohort_child (
          area text NOT NULL,
          cohort text NOT NULL,
          child text NOT NULL,
          PRIMARY KEY (area, cohort, child),
          FOREIGN KEY (area, cohort) REFERENCES cohort (area, id),
          FOREIGN KEY (area, child) REFERENCES child (area, id)
        )
        """
      ),
      .same("CREATE INDEX cohort_child_by_child ON cohort_child (area, child)"),
    ]
  )
}
