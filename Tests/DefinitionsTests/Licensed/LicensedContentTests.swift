// SPDX-License-Identifier: Apache-2.0

import Definitions
import Fingerprints
import Foundation
import Screening
import Testing
import Vocabulary

@Suite struct LicensedContentTests {
  @Test func aShapeWithoutItsLicenceFileLoadsAndRefusesToScore() throws {
    let shell = try LicensedShell()
    let reading = ScreenerReading(
      at: "\(shell.screeners)/made-up-shell",
      licensed: LicensedFolder("\(shell.folder.path)/nowhere")
    )
    #expect(reading.findings.map(\.description) == [])
    let definition = try #require(reading.definition)
    #expect(definition.licence.needs == ["wording", "cuts"])
    #expect(definition.edition == nil)
    let fault = #expect(throws: Fault.self) { try PreparedScreener(definition) }
    #expect(fault?.code == .screenerNeedsLicence)
  }

  @Test func theLicenceFileSuppliesWordsAndCutsAndTheHashCoversIt() throws {
    let shell = try LicensedShell()
    let completed = try shell.reading.checked()
    #expect(completed.licence.needs == [])
    #expect(completed.edition == "second, 2020")
    #expect(completed.sections[1].items[0].text.text(in: "en") == "four")
    #expect(completed.route?.cuts.map(\.points) == [[1, 3], [1, 3], [1, 3]])
    let shape = sha256(Array(LicensedShell.shape.utf8))
    let content = sha256(Array(LicensedShell.content.utf8))
    #expect(completed.hash == sha256(Array("\(shape) \(content)".utf8)))
    let result = try PreparedScreener(completed).score(
      answers("C1 PASS C2 PASS C3 FAIL B1 PASS B2 PASS B3 PASS"),
      in: ScreeningContext(birthDate: try date("2021-09-15"), testDate: try date("2026-11-30"))
    )
    #expect(result.scores.map(\.text) == ["S3 amber > S2 green", "S2", "1"])
    #expect(result.band == BandID("amber"))
    #expect(result.definitionHash == completed.hash)
  }

  @Test(arguments: [
    ("screener: made-up-shell@1.0.0", "screener: made-up-shell@1.1.0", "definition.licence-stale", ":2:1"),
    ("holder: Wrenmoor Council\n", "", "definition.missing-key", ":1:1"),
    ("number: \"MU-1\"\n", "", "definition.missing-key", ":1:1"),
    ("edition: \"second, 2020\"\n", "", "definition.missing-key", ":1:1"),
    ("edition:", "editoin:", "definition.unknown-key", ":5:1"),
    ("content: made-up.content.yaml", "content: lost.yaml", "definition.file-missing", ""),
    ("content: made-up.content.yaml", "content: ../x.yaml", "definition.wrong-value", ":6:10"),
    ("screener-local/1", "screener-local/9", "definition.wrong-value", ":1:9"),
  ])
  func aManifestThatIsNotWholeIsRefused(_ old: String, _ new: String, _ code: String, _ line: String) throws {
    let shell = try LicensedShell(manifest: { text in
      text.replacingOccurrences(of: old, with: new)
    })
    let reading = shell.reading
    #expect(reading.definition == nil)
    let first = try #require(reading.findings.first)
    #expect(first.code.name == code)
    #expect((first.place ?? "").hasSuffix(line))
    #expect(first.hint?.isEmpty == false)
  }

  @Test func aContentFileThatChangedIsRefusedWithBothHashes() throws {
    let shell = try LicensedShell()
    try shell.folder.write(
      LicensedShell.content.replacingOccurrences(of: "S3: [1, 3]", with: "S3: [1, 2]"),
      to: "bought/made-up.content.yaml"
    )
    let reading = shell.reading
    #expect(reading.definition == nil)
    let fault = try #require(reading.findings.first)
    #expect(fault.code == .definitionHashMismatch)
    #expect(fault.message.contains("not \(sha256(Array(LicensedShell.content.utf8)))"))
  }

  @Test(arguments: [
    ("A2: two, ", "", "definition.missing-key", ":2:11", "lacks the item 'A2'"),
    ("A2: two", "A2: two, A9: more", "definition.unknown-key", ":2:29", "no item 'A9'"),
    ("S3: [1, 3]", "S3: [3, 1]", "screener.route-cut", ":7:5", "the cuts [3, 1]"),
    ("S3: [1, 3]", "S3: [1, 9]", "screener.route-cut", ":7:5", "the cuts [1, 9]"),
    ("    S3: [1, 3]\n", "", "screener.route-cut", ":4:3", "section S3 has no cuts"),
    ("cuts:\n  route:\n    S1: [1, 3]\n    S2: [1, 3]\n    S3: [1, 3]\n", "", "definition.missing-key", ":1:1", "cuts"),
  ])
  func contentThatDoesNotFitIsRefusedWithItsOwnPlace(
    _ old: String,
    _ new: String,
    _ code: String,
    _ place: String,
    _ words: String
  ) throws {
    let shell = try LicensedShell(content: LicensedShell.content.replacingOccurrences(of: old, with: new))
    let reading = shell.reading
    #expect(reading.definition == nil)
    let first = try #require(reading.findings.first)
    #expect(first.code.name == code)
    #expect(first.place == "\(shell.bought)/made-up.content.yaml\(place)")
    #expect(first.message.contains(words))
  }

  @Test func whatMayLeaveTheMachineHasNeitherWordsNorCuts() throws {
    let shell = try LicensedShell()
    let completed = try shell.reading.checked()
    let shape = completed.shareable
    #expect(
      shape.sections.flatMap { $0.items.map { $0.text.text(in: "en") } }
        == completed.sections.flatMap {
          $0.items.map(\.code.rawValue)
        })
    #expect(shape.route?.cuts == [])
    #expect(shape.bands.allSatisfy { $0.from == nil && $0.below == nil })
    let open = try ScreenerFolder(folder: Content.screeners).find(named: "elsec.open-demo")
    #expect(open.shareable == open)
  }

  @Test func anInstallationNamesTheFilesToCopy() throws {
    let shell = try LicensedShell()
    let installation = try LicensedInstallation(
      manifest: shell.manifest,
      screeners: try ScreenerFolder(folder: shell.screeners)
    )
    #expect(installation.files.map(\.name) == ["made-up-shell.local.yaml", "made-up.content.yaml"])
    #expect(installation.files[1].bytes == Array(LicensedShell.content.utf8))
    #expect(installation.holder == "Wrenmoor Council")
    #expect(installation.definition.edition == "second, 2020")
  }

  @Test func theFolderIsTheEnvironmentsElseTheUsersDataFolder() {
    let named = ["ELSEC_LICENSED": "/a", "XDG_DATA_HOME": "/b", "HOME": "/c"]
    #expect(LicensedFolder.locate(environment: named).path == "/a")
    #expect(LicensedFolder.locate(environment: ["XDG_DATA_HOME": "/b", "HOME": "/c"]).path == "/b/elsec/licensed")
    #expect(LicensedFolder.locate(environment: ["HOME": "/c"]).path == "/c/.local/share/elsec/licensed")
  }

  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func answers(_ text: String) -> ScreeningAnswers {
    let words = text.split(separator: " ").map(String.init)
    var answers = ScreeningAnswers()
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      answers[ItemCode(words[index])] = ResponseCode(words[index + 1])
    }
    return answers
  }
}
