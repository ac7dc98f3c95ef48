// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// The definitions that scored what is kept, file by file.
  static let definitions = Migration(
    number: 9,
    name: "definitions",
    statements: [
      .same(
        """
        CREATE TABLE kept_definition (
          area text NOT NULL REFERENCES area (area),
          hash text NOT NULL,
          screener text NOT NULL,
          version text NOT NULL,
          local_sha256 text,
          local_edition text,
          made_at text NOT NULL,
          PRIMARY KEY (area, hash)
        )
        """
      ),
      .appendOnly("kept_definition"),
      .same(
        """
        CREATE TABLE kept_definition_file (
          area text NOT NULL,
          hash text NOT NULL,
          name text NOT NULL CHECK (name <> ''),
          coding text NOT NULL CHECK (coding IN ('utf-8', 'hex')),
          content text NOT NULL,
          PRIMARY KEY (area, hash, name),
          FOREIGN KEY (area, hash) REFERENCES kept_definition (area, hash)
        )
        """
      ),
      .appendOnly("kept_definition_file"),
    ]
  )
}
