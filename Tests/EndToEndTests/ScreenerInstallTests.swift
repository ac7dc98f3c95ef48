// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A licence holder's file, from the shell that refuses to score to the scores it makes possible.
@Suite struct ScreenerInstallTests {
  private static let shape = """
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
      - {id: S, title: All, use: yn, ages: [36, 71], items: {count: 3, codes: A1..A3}}
    scores:
      raw: {sum: S, missing: {allow: 0}}
    bands:
      - {id: red, when: raw}
      - {id: green, when: raw}
    tiers:
      - {tier: targeted, if: "band = red"}
      - {tier: universal, if: "band = green"}
    changes:
      - {version: 1.0.0, dated: 2026-11-25, what: first version, rescored: false}

    """
  private static let content = """
    format: screener-content/1
    wording: {A1: secret one, A2: secret two, A3: secret three}
    cuts:
      bands:
        - {id: red, when: raw, below: 2}
        - {id: green, when: raw, from: 2}

    """
  private static let answers = """
    child_ref,birth_date,test_date,A1,A2,A3
    C-1,2022-09-15,2026-11-30,PASS,FAIL,FAIL
    C-2,2022-09-15,2026-11-30,PASS,PASS,FAIL

    """

  @Test func aShellScoresOnceTheHoldersFileIsInstalledAndNotBefore() async throws {
    try await Program.with { program in
      try Self.write(to: program)
      let environment = ["ELSEC_CONTENT": program.folder.path, "ELSEC_LICENSED": program.path(of: "licensed")]
      func run(_ arguments: String...) throws -> Program.Outcome {
        try program.run(arguments, environment: environment)
      }
      #expect(try run("screener", "check").output == "made-up-shell 1.0.0: in order\n")
      let before = try run("score", "--screener", "made-up-shell", "--in", "answers.csv")
      #expect(before.status == 65)
      #expect(before.output.isEmpty)
      #expect(before.errors.contains("made-up-shell 1.0.0 has no wording, cuts"))
      #expect(before.errors.contains("maybe: install the licence holder's local file (a publisher)"))

      let wrong = try run("screener", "install", "made-up-shell.local.yaml")
      #expect(wrong.status == 65)
      #expect(wrong.errors.contains("has the SHA-256"))
      #expect(!program.has("licensed"))

      let digest = try #require(wrong.errors.firstMatch(of: /has the SHA-256 ([0-9a-f]{64})/)?.1)
      try program.write(Self.manifest(String(digest)), to: "made-up-shell.local.yaml")
      let installed = try run("screener", "install", "made-up-shell.local.yaml", "--json")
      #expect(installed.status == 0, "\(installed.errors)")
      #expect(installed.record["edition"] as? String == "second, 2020")
      for name in ["made-up-shell.local.yaml", "content.yaml"] {
        let mode = try FileManager.default.attributesOfItem(atPath: program.path(of: "licensed/\(name)"))
        #expect(mode[.posixPermissions] as? Int == 0o600)
      }

      let scored = try run("score", "--screener", "made-up-shell", "--in", "answers.csv")
      #expect(scored.status == 0, "\(scored.errors)")
      let hash = try #require(installed.record["hash"] as? String)
      #expect(scored.line(1) == "C-1,50,1,red,targeted,,made-up-shell,1.0.0,\(hash)")
      #expect(scored.line(2) == "C-2,50,2,green,universal,,made-up-shell,1.0.0,\(hash)")
    }
  }

  private static func write(to program: Program) throws {
    for folder in ["Screeners/made-up-shell", "Schedules"] {
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: folder), withIntermediateDirectories: true)
    }
    try program.write(shape, to: "Screeners/made-up-shell/screener.yaml")
    try program.write(content, to: "content.yaml")
    try program.write(manifest(String(repeating: "a", count: 64)), to: "made-up-shell.local.yaml")
    try program.write(answers, to: "answers.csv")
  }

  private static func manifest(_ digest: String) -> String {
    """
    format: screener-local/1
    screener: made-up-shell@1.0.0
    holder: Wrenmoor Council
    number: "MU-1"
    edition: "second, 2020"
    content: content.yaml
    sha256: \(digest)

    """
  }
}
