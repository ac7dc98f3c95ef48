// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Work that is asked for now and done later, by whichever worker is free.
  static let jobs = Migration(
    number: 14,
    name: "jobs",
    statements: [
      .same(
        """
        CREATE TABLE job (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          kind text NOT NULL CHECK (kind <> ''),
          week text,
          payload text NOT NULL,
          asked_by text NOT NULL CHECK (asked_by <> ''),
          state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
          attempt bigint NOT NULL CHECK (attempt >= 0),
          fence bigint NOT NULL CHECK (fence >= attempt),
          worker text,
          lease_until text,
          run_at text NOT NULL,
          progress text,
          progress_at text,
          checkpoint text,
          result text,
          error text,
          message text,
          made_at text NOT NULL,
          ended_at text,
          PRIMARY KEY (area, id),
          CHECK ((state = 'running') = (lease_until IS NOT NULL)),
          CHECK ((state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
          CHECK ((state = 'failed') = (error IS NOT NULL)),
          CHECK ((progress IS NULL) = (progress_at IS NULL))
        )
        """
      ),
      // What has ended is out of the workers' way.
      .same("CREATE INDEX job_waiting ON job (run_at, id) WHERE state IN ('queued', 'running')"),
      .same("CREATE INDEX job_by_making ON job (area, made_at, id)"),
    ]
  )
}
