// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Screening
import Testing
import Vocabulary

/// Saved mappings of vendors' files, read strictly, and first proposals of them.
@Suite struct VendorMappingTests {
  private static let text = """
    format: elsec-mapping/1
    screener: elsec.open-demo
    columns:
      child_ref: "Pupil UPN or ref"
      test_date: {column: "Date", format: "DD/MM/YYYY"}
      SS: "Standard Score"
    values:
      SS: {Red: R, "1": C}
    constants: {edition: "2026.1"}
    ignore: ["Forename"]

    """

  private func read(_ text: String) throws -> VendorMapping { try VendorMapping(Array(text.utf8), named: "m.yaml") }

  @Test func aMappingIsReadWhole() throws {
    let mapping = try self.read(Self.text)
    #expect(mapping.screener == "elsec.open-demo")
    #expect(
      mapping.columns.mapValues(\.name) == [
        "child_ref": "Pupil UPN or ref", "test_date": "Date", "SS": "Standard Score",
      ])
    #expect(mapping.columns["test_date"]?.dateFormat == "DD/MM/YYYY")
    #expect(mapping.values == ["SS": ["Red": "R", "1": "C"]])
    #expect(mapping.constants == ["edition": "2026.1"] && mapping.ignore == ["Forename"])
  }

  @Test(arguments: [
    ("elsec-mapping/1", "elsec-mapping/2", "m.yaml:1:9"), ("columns:", "colums:", "m.yaml:3:1"),
    ("DD/MM/YYYY", "MM/DD/YYYY", "m.yaml:5:39"), ("[\"Forename\"]", "[\"Date\"]", "m.yaml:10:1"),
    ("  SS: {Red", "  ST: {Red", "m.yaml:8:3"), ("\"Standard Score\"", "\"Date\"", "m.yaml:3:1"),
    ("{edition:", "{SS:", "m.yaml:9:13"), ("\"Pupil UPN or ref\"", "[a]", "m.yaml:4:14"),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ old: String, _ new: String, _ place: String) {
    let fault = #expect(throws: Fault.self) { try self.read(Self.text.replacing(old, with: new)) }
    #expect(fault?.place == place)
    #expect(fault?.hint != nil)
  }

  private func proposal(_ headers: [String], _ rows: [[String]]) throws -> MappingProposal {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let definition = try ScreenerReading(at: root.appending(path: "Screeners/elsec-open-demo").path).checked()
    return MappingProposal(headers: headers, rows: rows, for: definition)
  }

  @Test func wordsThatAreNoResponsesAreTranslatedWhereOnlyOneCodeIsMeant() throws {
    let proposal = try self.proposal(
      ["child_ref", "test_date", "U1", "E1", "E2"],
      [
        ["C-1", "2026-11-30", "C", "Always", "SOM"], ["C-2", "2026-11-30", "correct", "sometimes", ""],
        ["C-3", "2026-11-30", "n", "now and then", "NEV"],
      ])
    #expect(
      proposal.text.contains(
        """
        values:
          "U1": {"correct": "C"}
          # U1: say which of C, I, NR, NA "n" is
          "E1": {"Always": "ALW", "sometimes": "SOM"}
          # E1: say which of ALW, SOM, NEV, NOB "now and then" is

        """))
    let mapping = try self.read(proposal.text)
    #expect(mapping.values == ["U1": ["correct": "C"], "E1": ["Always": "ALW", "sometimes": "SOM"]])
  }

  @Test func nearNamesAreMappedAndTheRestIsMarked() throws {
    let proposal = try self.proposal(
      ["Pupil UPN", "Date of asessment", "U1", "follows one step", "Sur\"name"],
      [["V330123424001", "16/11/2026", "C", "I", "X"], ["", "", "", "", ""]])
    #expect(
      proposal.mapped == [
        "child_ref": "Pupil UPN", "test_date": "Date of asessment", "U1": "U1", "U2": "follows one step",
      ])
    #expect(proposal.unmapped == ["Sur\"name"])
    #expect(proposal.missing.prefix(2) == ["U3", "U4"])
    #expect(proposal.text.contains("test_date: {column: \"Date of asessment\", format: \"DD/MM/YYYY\"}\n"))
    #expect(proposal.text.contains("# ignore: [\"Sur\\\"name\"]\nignore: []\n"))
    #expect(!proposal.text.contains("V330123424001"), "no cell of a row is written")
    let read = try self.read(proposal.text)
    #expect(read.columns.mapValues(\.name) == proposal.mapped)
    #expect(read.ignore.isEmpty)
  }

  @Test func datesThatHaveNoKnownFormAreMarkedAndShortCodesAreNotGuessed() throws {
    let proposal = try self.proposal(
      ["child_ref", "test_date", "U9", "U1", "U1"], [["c1", "16 Nov 2026", "C", "", ""]])
    #expect(proposal.mapped == ["child_ref": "child_ref", "test_date": "test_date"])
    #expect(proposal.unmapped == ["U9", "U1", "U1"])
    #expect(proposal.text.contains("# its dates have neither the form"))
    _ = try self.read(proposal.text)
  }

  @Test func aDefinitionIsReadAgainFromTheFilesThatMadeIt() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    for reading in try ScreenerFolder(folder: root.appending(path: "Screeners").path).readings {
      let again = ScreenerReading(files: reading.files, named: "archive")
      #expect(again.definition == reading.definition && again.definition != nil)
      #expect(again.files == reading.files)
      for name in reading.files.keys.sorted() {
        var files = reading.files
        files[name] = nil
        let broken = ScreenerReading(files: files, named: "archive")
        #expect(broken.definition == nil && !broken.findings.isEmpty)
        files[name] = (reading.files[name] ?? []) + [0x0A, 0x78]
        #expect(ScreenerReading(files: files, named: "archive").definition != reading.definition)
      }
    }
  }
}
