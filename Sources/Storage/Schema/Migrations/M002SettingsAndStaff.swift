// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Places, people who make visits, the calendar, and minutes of travel.
  static let settingsAndStaff = Migration(
    number: 2,
    name: "settings-and-staff",
    statements: [
      .same(
        """
        CREATE TABLE setting (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          kind text NOT NULL CHECK (kind IN ('urn', 'ey')),
          name text NOT NULL,
          phase bigint NOT NULL CHECK (phase BETWEEN 0 AND 7),
          postcode text,
          easting bigint,
          northing bigint,
          latitude double precision CHECK (latitude BETWEEN -90 AND 90),
          longitude double precision CHECK (longitude BETWEEN -180 AND 180),
          local_authority text,
          pupils bigint CHECK (pupils >= 0),
          rooms bigint NOT NULL CHECK (rooms >= 0),
          sessions text NOT NULL,
          agreement text,
          source text NOT NULL,
          PRIMARY KEY (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE staff (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          name text NOT NULL,
          role text NOT NULL,
          band text,
          skills text NOT NULL,
          base text,
          base_latitude double precision CHECK (base_latitude BETWEEN -90 AND 90),
          base_longitude double precision CHECK (base_longitude BETWEEN -180 AND 180),
          contracted_minutes bigint CHECK (contracted_minutes >= 0),
          contact_minutes bigint CHECK (contact_minutes >= 0),
          term_time_only bigint NOT NULL CHECK (term_time_only IN (0, 1)),
          shifts text NOT NULL,
          left_on text,
          PRIMARY KEY (area, id)
        )
        """
      ),
      .same(
        """
        CREATE TABLE staff_absence (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          staff text NOT NULL,
          from_day text NOT NULL,
          to_day text NOT NULL CHECK (to_day >= from_day),
          hours text NOT NULL,
          reason text NOT NULL,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, staff) REFERENCES staff (area, id)
        )
        """
      ),
      .same("CREATE INDEX staff_absence_by_day ON staff_absence (area, to_day, from_day)"),
      .same(
        """
        CREATE TABLE calendar_entry (
          area text NOT NULL REFERENCES area (area),
          id text NOT NULL CHECK (id <> ''),
          kind text NOT NULL CHECK (kind IN ('bank-holiday', 'term', 'half-term', 'inset', 'closure')),
          from_day text NOT NULL,
          to_day text NOT NULL CHECK (to_day >= from_day),
          title text NOT NULL,
          setting text,
          source text NOT NULL,
          PRIMARY KEY (area, id),
          FOREIGN KEY (area, setting) REFERENCES setting (area, id)
        )
        """
      ),
      .same("CREATE INDEX calendar_entry_by_day ON calendar_entry (area, to_day, from_day)"),
      .same(
        """
        CREATE TABLE travel_minutes (
          area text NOT NULL REFERENCES area (area),
          origin text NOT NULL,
          destination text NOT NULL,
          minutes bigint NOT NULL CHECK (minutes >= 0),
          source text NOT NULL,
          as_at text,
          PRIMARY KEY (area, origin, destination)
        )
        """
      ),
    ]
  )
}
