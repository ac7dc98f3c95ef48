// SPDX-License-Identifier: Apache-2.0

import Definitions
import Screening
import Testing
import Vocabulary

@Suite struct ShippedScreenersTests {
  /// Screeners that score as they are.
  static let scoring = [
    "cat-demo", "elsec-open-demo", "eyfs-2yc", "eyfs-cl", "shells/language-link", "shells/languagescreen",
  ]

  /// Shapes of licensed instruments, with what the holder's file must supply.
  static let shapes = [
    ("elim-shape", ["wording", "cuts"]), ("ics-shape", ["wording"]), ("shells/asq3", ["wording", "cuts"]),
    ("shells/celf-screen", ["wording", "cuts"]), ("shells/deap-screen", ["wording"]),
    ("shells/progression-4", ["wording", "cuts"]), ("shells/progression-5-6", ["wording", "cuts"]),
    ("shells/rapt", ["wording", "norms"]), ("shells/talkboost-tracker", ["wording", "cuts"]),
    ("shells/wellcomm-ey", ["wording", "cuts"]), ("shells/wellcomm-primary", ["wording", "cuts"]),
  ]

  @Test(arguments: Self.scoring)
  func aShippedScreenerHasNoFindingsAndItsWorkedCasesAgree(_ folder: String) {
    let reading = ScreenerReading(at: "\(Content.screeners)/\(folder)")
    #expect(reading.findings.map(\.description) == [])
    #expect(reading.workedCases >= 12)
    #expect(reading.definition != nil)
  }

  @Test(arguments: Self.shapes)
  func aShapeIsInOrderAndRefusesToScoreWithoutTheHoldersFile(_ folder: String, _ needs: [String]) throws {
    let reading = ScreenerReading(at: "\(Content.screeners)/\(folder)")
    #expect(reading.findings.map(\.description) == [])
    let definition = try reading.checked()
    #expect(definition.licence.needs == needs)
    #expect(definition.licence.ship == .structureOnly)
    let fault = #expect(throws: Fault.self) { try PreparedScreener(definition) }
    #expect(fault?.code == .screenerNeedsLicence)
  }

  @Test(arguments: Self.shapes)
  func aShapeHoldsCodesInPlaceOfWords(_ folder: String, _ needs: [String]) throws {
    let definition = try ScreenerReading(at: "\(Content.screeners)/\(folder)").checked()
    for section in definition.sections {
      #expect(section.items.allSatisfy { $0.text.text(in: "en") == $0.code.rawValue })
    }
    #expect(definition.norms.isEmpty && definition.lookups.isEmpty && definition.route?.cuts.isEmpty != false)
    #expect(definition.title.text(in: "en").hasPrefix("Shape for use with "))
  }

  @Test(arguments: Self.scoring + Self.shapes.map(\.0))
  func everyScreenerSaysWhereItIsFrom(_ folder: String) throws {
    let definition = try ScreenerReading(at: "\(Content.screeners)/\(folder)").checked()
    let source = try Content.text("Screeners/\(folder)/SOURCE.md")
    #expect(source.contains("id `\(definition.id)`, version \(definition.version)"))
    #expect(definition.licence.ship != .structureOnly || source.contains("who has not seen\nor approved this file"))
  }

  @Test func theCatalogueFindsAScreenerByNameAndVersion() throws {
    let catalogue = try ScreenerFolder(folder: Content.screeners)
    #expect(
      catalogue.definitions.map(\.id.rawValue) == [
        "asq3", "celf-screen", "deap-screen", "elim-shape", "elsec.cat-demo", "elsec.open-demo", "eyfs-2yc", "eyfs-cl",
        "ics-shape", "language-link", "languagescreen", "progression-4", "progression-5-6", "rapt",
        "talkboost-tracker", "wellcomm-ey", "wellcomm-primary",
      ]
    )
    #expect(catalogue.readings.count == Self.scoring.count + Self.shapes.count)
    #expect(try catalogue.find(named: "elsec.open-demo").version == ScreenerVersion(1, 2, 0))
    #expect(try catalogue.find(named: "eyfs-cl@1.0.0").id == ScreenerID("eyfs-cl"))
    #expect(try catalogue.find(named: "eyfs-cl").hash != catalogue.find(named: "elsec.open-demo").hash)
  }

  @Test func atSeventyTwoMonthsOneOfTheTwoWellCommShapesWins() throws {
    let catalogue = try ScreenerFolder(folder: Content.screeners)
    let early = try catalogue.find(named: "wellcomm-ey").age.range
    let primary = try catalogue.find(named: "wellcomm-primary").age.range
    #expect((early.lowest, primary.highest) == (6, 143))
    #expect(early.highest + 1 == primary.lowest)
    #expect(primary.lowest == 72)
  }
}
