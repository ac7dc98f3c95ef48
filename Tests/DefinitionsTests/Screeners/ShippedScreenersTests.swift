// SPDX-License-Identifier: Apache-2.0

import Definitions
import Screening
import Testing
import Vocabulary

@Suite struct ShippedScreenersTests {
  @Test(arguments: ["elsec-open-demo", "eyfs-cl"])
  func aShippedScreenerHasNoFindingsAndItsWorkedCasesAgree(_ folder: String) {
    let reading = ScreenerReading(at: "\(Content.screeners)/\(folder)")
    #expect(reading.findings.map(\.description) == [])
    #expect(reading.workedCases >= 12)
    #expect(reading.definition != nil)
  }

  @Test func theCatalogueFindsAScreenerByNameAndVersion() throws {
    let catalogue = try ScreenerFolder(folder: Content.screeners)
    #expect(catalogue.definitions.map(\.id.rawValue) == ["elsec.open-demo", "eyfs-cl"])
    #expect(try catalogue.find(named: "elsec.open-demo").version == ScreenerVersion(1, 2, 0))
    #expect(try catalogue.find(named: "eyfs-cl@1.0.0").id == ScreenerID("eyfs-cl"))
    #expect(try catalogue.find(named: "eyfs-cl").hash != catalogue.find(named: "elsec.open-demo").hash)
  }
}
