// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// What a second person scored of the same child on the same day.
  static let secondRatings = Migration(
    number: 11,
    name: "second-ratings",
    statements: [
      .same(
        """
        CREATE TABLE second_rating (
          area text NOT NULL,
          id text NOT NULL CHECK (id <> ''),
          screening text NOT NULL,
          made_by text NOT NULL CHECK (made_by <> ''),
          answers text NOT NULL CHECK (answers <> ''),
          scores text NOT NULL,
          band text,
          recorded_at text NOT NULL,
          PRIMARY KEY (area, id),
          UNIQUE (area, screening, made_by),
          FOREIGN KEY (area, screening) REFERENCES screening (area, id)
        )
        """
      ),
      .appendOnly("second_rating"),
    ]
  )
}
