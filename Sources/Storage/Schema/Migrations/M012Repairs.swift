// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// What was offered for a disrupted week, what of it was accepted and by whom, and visits fixed by hand.
  static let repairs = Migration(
    number: 12,
    name: "repairs",
    statements: [
      .same(
        """
        CREATE TABLE repair_proposal (
          area text NOT NULL,
          repair text NOT NULL CHECK (repair <> ''),
          number bigint NOT NULL CHECK (number > 0),
          held text NOT NULL,
          disruptions text NOT NULL,
          problem text NOT NULL,
          answer text NOT NULL,
          cost bigint NOT NULL,
          seed bigint NOT NULL,
          travel_statement text NOT NULL,
          made_by text NOT NULL CHECK (made_by <> ''),
          made_at text NOT NULL,
          PRIMARY KEY (area, repair, number),
          FOREIGN KEY (area, held) REFERENCES rota (area, id)
        )
        """
      ),
      .same("CREATE INDEX repair_proposal_by_held ON repair_proposal (area, held, made_by)"),
      .same(
        """
        CREATE TABLE repair_acceptance (
          area text NOT NULL,
          rota text NOT NULL,
          held text NOT NULL,
          repair text NOT NULL CHECK (repair <> ''),
          number bigint NOT NULL CHECK (number > 0),
          disruptions text NOT NULL,
          accepted_by text NOT NULL CHECK (accepted_by <> ''),
          accepted_at text NOT NULL,
          PRIMARY KEY (area, rota),
          FOREIGN KEY (area, rota) REFERENCES rota (area, id),
          FOREIGN KEY (area, held) REFERENCES rota (area, id)
        )
        """
      ),
      .appendOnly("repair_acceptance"),
      .same(
        """
        CREATE TABLE visit_pin (
          area text NOT NULL,
          visit text NOT NULL,
          staff text NOT NULL,
          visit_day text,
          start_minute bigint CHECK (start_minute BETWEEN 0 AND 1440),
          made_by text NOT NULL CHECK (made_by <> ''),
          made_at text NOT NULL,
          PRIMARY KEY (area, visit),
          FOREIGN KEY (area, visit) REFERENCES demand_visit (area, id)
        )
        """
      ),
    ]
  )
}
