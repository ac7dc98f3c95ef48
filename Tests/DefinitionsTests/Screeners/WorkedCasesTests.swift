// SPDX-License-Identifier: Apache-2.0

import Definitions
import Testing

@Suite struct WorkedCasesTests {
  @Test(arguments: [
    (
      ",11,-0.8352,87,", ",12,-0.8352,87,",
      "definition.case-differs at cases.csv:2:24: the case 'golden' expects raw.all 12, and the definition makes it 11"
    ),
    (
      ",11,-0.8352,87,", ",11,-0.8352,,",
      "definition.case-differs at cases.csv:2:26: the case 'golden' expects ss.all to be empty, and the definition makes it 87"
    ),
    (
      "81.1-95.2", "81.1-95.3",
      "definition.case-differs at cases.csv:2:28: the case 'golden' expects ci.all 81.1-95.3, and the definition makes it 81.1-95.2"
    ),
    (
      "amber,targeted,prorated", "red,targeted,prorated",
      "definition.case-differs at cases.csv:2:30: the case 'golden' expects band red, and the definition makes it amber"
    ),
    (
      "prorated:raw.e", "prorated:raw.u",
      "definition.case-differs at cases.csv:2:32: the case 'golden' expects flags prorated:raw.u"
    ),
    (
      "golden,2022-09-15", "golden,2022-09-31", "definition.table at cases.csv:2:2: the birth_date is no date"
    ),
    (
      "golden,2022-09-15,2026-11-30", "golden,2022-09-15,2020-11-30",
      "definition.case-differs at cases.csv:2:1: the case 'golden' can't be scored: the test date is before the birth date"
    ),
    (
      "ENG,,,,,C", "ENG,x,,,,C",
      "definition.table at cases.csv:2:5: the weeks of gestation are no number of weeks"
    ),
    ("ENG,,,,,C", "ENG,,ot,,,C", "definition.table at cases.csv:2:6: the concern is none that is known"),
    (
      "U1,U2", "U1,U22",
      "definition.unknown-key at cases.csv:1:8: the cases have no column 'U22' | 'U2' was meant"
    ),
    ("U1,U2", "U1,U1", "definition.duplicate-key at cases.csv:1:8: the column 'U1' stands twice"),
  ])
  func aCaseThatDiffersOrCannotBeReadKeepsTheScreenerFromUse(_ old: String, _ new: String, _ says: String)
    throws
  {
    let demo = try DemoScreener()
    try demo.replace(old, with: new, in: "cases.csv")
    #expect(try #require(demo.findings().first).hasPrefix(says), "\(demo.findings())")
    #expect(ScreenerReading(at: demo.folder.path).definition == nil)
  }

  @Test func aCommaInsideACellIsFoundByTheCountOfCells() throws {
    let demo = try DemoScreener()
    try demo.replace("U1 and U2", with: "U1, U2", in: "cases.csv")
    #expect(
      try #require(demo.findings().first).hasPrefix(
        "definition.table at cases.csv:2:1: the row has 34 cells, and the header 33 | look for a comma inside a cell"
      )
    )
  }
}
