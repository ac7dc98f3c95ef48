// SPDX-License-Identifier: Apache-2.0

import Definitions
import Fingerprints
import Foundation

/// A made-up licensed instrument: three routed sections without words or cuts, and a holder's file that supplies both.
struct LicensedShell {
  let folder: TemporaryFolder

  static let shape = """
    format: screener/1
    id: made-up-shell
    version: 1.0.0
    status: active
    title: {en: "Made-up licensed instrument"}
    licence: {spdx: LicenseRef-made-up, holder: a publisher, items: local, norms: none, ship: structure-only, needs: [wording, cuts]}
    provenance:
      - {part: items, source: written for a test}
    age: {method: calendar, band-on: completed-months, range: [36, 71], outside: refuse}
    responses:
      yn: {PASS: 1, FAIL: 0}
    sections:
      - {id: S1, title: Youngest, use: yn, ages: [36, 47], items: {count: 3, codes: A1..A3}}
      - {id: S2, title: Middle, use: yn, ages: [48, 59], items: {count: 3, codes: B1..B3}}
      - {id: S3, title: Oldest, use: yn, ages: [60, 71], items: {count: 3, codes: C1..C3}}
    route:
      sections: [S1, S2, S3]
      colours: [red, amber, green]
      flags: {two-amber-running: slow, red-at-own-age: refer}
    scores:
      path: {route: path}
      green: {route: green-section}
      own: {route: own-colour}
    bands:
      - {id: red, when: own, below: 1}
      - {id: amber, when: own, from: 1, below: 2}
      - {id: green, when: own, from: 2}
    tiers:
      - {tier: specialist, if: "flag.refer or flag.slow"}
      - {tier: targeted, if: "band in red amber"}
      - {tier: universal, if: "band = green"}
    changes:
      - {version: 1.0.0, dated: 2026-11-25, what: first version, rescored: false}

    """

  static let content = """
    format: screener-content/1
    wording: {A1: one, A2: two, A3: three, B1: four, B2: five, B3: six, C1: seven, C2: eight, C3: nine}
    cuts:
      route:
        S1: [1, 3]
        S2: [1, 3]
        S3: [1, 3]

    """

  init(content: String = Self.content, manifest change: (String) -> String = { $0 }) throws {
    self.folder = try TemporaryFolder()
    try self.folder.write(Self.shape, to: "Screeners/made-up-shell/screener.yaml")
    try self.folder.write(content, to: "bought/made-up.content.yaml")
    try self.folder.write(
      change(
        """
        format: screener-local/1
        screener: made-up-shell@1.0.0
        holder: Wrenmoor Council
        number: "MU-1"
        edition: "second, 2020"
        content: made-up.content.yaml
        sha256: \(sha256(Array(content.utf8)))

        """
      ),
      to: "bought/made-up-shell.local.yaml"
    )
  }

  var screeners: String { self.folder.url.appending(path: "Screeners").path }
  var bought: String { self.folder.url.appending(path: "bought").path }
  var manifest: String { "\(self.bought)/made-up-shell.local.yaml" }

  /// The shape with the files as if they were installed.
  var reading: ScreenerReading {
    ScreenerReading(at: "\(self.screeners)/made-up-shell", licensed: LicensedFolder(self.bought))
  }
}
