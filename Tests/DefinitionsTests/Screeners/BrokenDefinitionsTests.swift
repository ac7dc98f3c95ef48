// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Testing
import Vocabulary

/// A folder of `Broken`, and every finding in it.
struct BrokenDefinition: Sendable, CustomTestStringConvertible {
  struct Finding: Sendable {
    let code: String
    /// `file:line:column`.
    let place: String
    /// Parts of the sentence and of the remedy.
    let says: String
    let remedy: String

    init(_ code: String, _ place: String, _ says: String, _ remedy: String) {
      (self.code, self.place, self.says, self.remedy) = (code, place, says, remedy)
    }
  }

  let folder: String
  let findings: [Finding]

  init(_ folder: String, _ findings: Finding...) { (self.folder, self.findings) = (folder, findings) }

  var testDescription: String { self.folder }
}

@Suite struct BrokenDefinitionsTests {
  private static let folder = URL(filePath: Content.root.path).appending(path: "Tests/DefinitionsTests/Broken").path

  static let broken = [
    BrokenDefinition(
      "age-gap",
      .init(
        "screener.band-gap", "screener.yaml:46:5", "raw.all 0 to 10 at 60 to 61 months has no band",
        "its ages the month after")
    ),
    BrokenDefinition(
      "age-overlap",
      .init(
        "screener.band-overlap", "screener.yaml:45:5", "raw.all 0 to 4 at 59 months is both not-met and not-met",
        "its ages the month after"),
      .init(
        "screener.band-overlap", "screener.yaml:45:5", "raw.all 5 to 6 at 59 months is both met and not-met",
        "its ages the month after"),
      .init(
        "screener.band-overlap", "screener.yaml:46:5", "raw.all 7 to 10 at 59 months is both met and met",
        "its ages the month after")
    ),
    BrokenDefinition(
      "ambiguous-scalars",
      .init(
        "definition.ambiguous", "screener.yaml:11:60", "'3:06' without quotes is a number in base 60",
        "write an age as 3;06"),
      .init("definition.ambiguous", "screener.yaml:13:15", "'NO' without quotes is false", "\"NO\" in quotes"),
      .init(
        "definition.wrong-value", "screener.yaml:6:8", "a text is wanted here, not '1.10'",
        "write it in quotes: \"1.10\""),
      .init(
        "definition.wrong-value", "screener.yaml:11:60", "an age is wanted here, not '3:06'",
        "months (42) or years;months (3;06)")
    ),
    BrokenDefinition(
      "band-gap",
      .init("screener.band-gap", "screener.yaml:44:27", "ss 80 has no band", "begin `from` the number the one before")
    ),
    BrokenDefinition(
      "band-overlap",
      .init(
        "screener.band-overlap", "screener.yaml:45:5", "ss 90 is both amber and green",
        "begin `from` the number the one before")
    ),
    BrokenDefinition(
      "duplicate-code",
      .init(
        "screener.duplicate-code", "screener.yaml:24:22", "the item U2 is defined twice",
        "rename or remove one of the two")
    ),
    BrokenDefinition(
      "impossible-basal",
      .init(
        "screener.basal-impossible", "screener.yaml:28:13",
        "a basal of 7 in a row cannot be found in the 6 items of U", "ask for 1 to 6 responses")
    ),
    BrokenDefinition(
      "impossible-ceiling",
      .init(
        "screener.ceiling-impossible", "screener.yaml:29:15",
        "a ceiling of 7 in a row cannot be reached in the 6 items of U", "ask for 1 to 6 responses")
    ),
    BrokenDefinition(
      "no-licence",
      .init(
        "definition.missing-key", "screener.yaml:2:1", "the screener lacks the key 'licence'", "add 'licence: …'")
    ),
    BrokenDefinition(
      "no-provenance",
      .init(
        "definition.missing-key", "screener.yaml:8:1", "the provenance does not say where the norms are from",
        "add {part: norms, source: …}")
    ),
    BrokenDefinition(
      "norms-age-hole",
      .init(
        "screener.lookup", "table.csv:13:1", "62 to 71 months follow 48 to 59", "begin the month after the one before")
    ),
    BrokenDefinition(
      "norms-fall",
      .init("screener.lookup", "table.csv:6:1", "raw 4 has 85 after raw 3 with 90", "values never fall")
    ),
    BrokenDefinition(
      "norms-hole",
      .init(
        "screener.lookup", "screener.yaml:36:3", "table.csv has no value for raw.all 7 at 60 months", "add the row")
    ),
    BrokenDefinition(
      "stale-hash",
      .init(
        "definition.hash-mismatch", "screener.yaml:41:5", "the file 'table.csv' has the SHA-256 ",
        "write the new SHA-256 and a new version")
    ),
    BrokenDefinition(
      "start-overlap",
      .init(
        "screener.start-age", "screener.yaml:27:40", "section U has two starts at 59 months",
        "begin the month after the last one ends")
    ),
    BrokenDefinition(
      "undefined-code",
      .init(
        "screener.unknown-name", "screener.yaml:34:23", "there is no score raw.total",
        "there are raw.u, raw.e, raw.all, ss")
    ),
    BrokenDefinition(
      "unreachable-item",
      .init(
        "screener.item-unreachable", "screener.yaml:27:5", "no child is ever given U1, U2", "start some age at U1"),
      .init(
        "screener.item-unreachable", "screener.yaml:28:48",
        "a child who misses the basal from U3 is never given U1, U2", "set reverse: true")
    ),
    BrokenDefinition(
      "unreachable-tier",
      .init(
        "screener.tier-unreachable", "screener.yaml:49:5",
        "no child ever gets tier specialist by \"band = red and concern.slt\"",
        "move it before the rules that hold first")
    ),
  ]

  @Test(arguments: Self.broken)
  func aBrokenDefinitionIsCaughtWithFileLineAndRemedy(_ broken: BrokenDefinition) throws {
    let folder = "\(Self.folder)/\(broken.folder)"
    let reading = ScreenerReading(at: folder)
    #expect(reading.definition == nil)
    try #require(reading.findings.count == broken.findings.count, "\(reading.findings.map(\.description))")
    for (found, expected) in zip(reading.findings, broken.findings) {
      #expect(found.code.name == expected.code)
      #expect(found.place == "\(folder)/\(expected.place)")
      #expect(found.message.contains(expected.says), "\(found.message)")
      #expect(found.hint?.contains(expected.remedy) == true, "\(found.hint ?? "")")
    }
  }

  @Test func whatTheBrokenOnesDifferFromIsSound() {
    #expect(ScreenerReading(at: "\(Self.folder)/sound").findings.map(\.description) == [])
  }

  @Test func everyBrokenFolderIsTried() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(folders == (Self.broken.map(\.folder) + ["sound"]).sorted())
  }
}
