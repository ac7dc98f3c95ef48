// SPDX-License-Identifier: Apache-2.0

import Exchange
import Testing
import Vocabulary

/// A vendor's file read by a mapping; problems name the vendor's own columns.
@Suite struct ImportMappingTests {
  private static let mapping = ImportMapping(
    sources: [
      "child_ref": .init(column: "Pupil UPN or ref"), "test_date": .init(column: "Date", dateForm: .dayFirst),
      "SS": .init(column: "Standard Score"),
      "BAND": .init(column: "Outcome", values: ["Red": "R", "Amber": "A", "Green": "G"]),
    ],
    constants: ["edition": "2026.1", "FORM": "X"],
    ignored: ["Forename"]
  )
  private static let header = "Forename,Pupil UPN or ref,Date, Standard Score ,Outcome"

  private func read(_ rows: String..., header: String = Self.header) -> Import<ScreeningRow> {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    return Import(Array(text.utf8), file: "vendor.csv", translation: Self.mapping)
  }

  @Test func cellsAreTurnedIntoOursAndConstantsFilledIn() throws {
    let read = self.read("Ann,c1,16/11/2026,87,Amber", "Bo,c2,01/12/2026,,Green")
    let rows = try read.checked()
    #expect(rows.map(\.child) == ["c1", "c2"])
    #expect(rows.map { "\($0.testDate)" } == ["2026-11-16", "2026-12-01"])
    #expect(rows.map(\.edition) == ["2026.1", "2026.1"])
    #expect(
      rows.map { $0.answers.map { "\($0.column)=\($0.text)" } } == [
        ["SS=87", "BAND=A", "FORM=X"], ["BAND=G", "FORM=X"],
      ])
    #expect(read.rows.map(\.number) == [2, 3])
  }

  @Test func problemsStandAtTheVendorsRowAndColumnAndRepeatNoCell() {
    let read = self.read("Ann,c1,2026-11-16,87,Amber", "Bo,,31/02/2026,90,Blue", "Cy,c3,16/11/2026,80,Red")
    #expect(
      read.problems.compactMap(\.fault.place) == [
        "vendor.csv:2:Date", "vendor.csv:2:Date", "vendor.csv:3:Date", "vendor.csv:3:Outcome",
        "vendor.csv:3:Pupil UPN or ref", "vendor.csv:3:Date",
      ])
    #expect(read.rows.map(\.row.child) == ["c3"])
    for cell in ["Blue", "31/02/2026", "Bo"] {
      #expect(!read.problems.contains { "\($0)".contains(cell) })
    }
    #expect(read.problems.contains { $0.fault.hint == "it knows Amber, Green, Red" })
  }

  @Test(arguments: [
    ("Forename,Pupil UPN or ref,Date,Standard Score,Outcome,Surname,Class", "vendor.csv:1:6"),
    ("Forename,Pupil UPN or ref,Date,Standard Score", "vendor.csv:1"),
    ("Forename,Pupil UPN or ref,Date,Date,Standard Score,Outcome", "vendor.csv:1"),
  ])
  func everyColumnIsMappedOrIgnoredAndEveryMappedOneIsThereOnce(_ header: String, _ place: String) {
    let read = self.read(header: header)
    #expect(read.problems.map(\.fault.code) == [.csvHeader])
    #expect(read.problems.map(\.fault.place) == [place])
    #expect(!read.problems.contains { "\($0)".contains("Surname") }, "a first row may be data")
  }

  @Test func aMappingWithoutARequiredColumnIsRefused() {
    let poor = ImportMapping(sources: ["child_ref": .init(column: "Ref")])
    let read = Import<ScreeningRow>(Array("Ref\nc1\n".utf8), file: "vendor.csv", translation: poor)
    #expect(read.problems.map(\.fault.message) == ["the mapping has no 'test_date'"])
  }

  @Test(arguments: ["1/11/2026", "01/13/2026", "29/02/2026", "01-11-2026", "2026-11-01", "", "01/11/26", "+1/11/2026"])
  func onlyRealDaysInTheNamedFormAreRead(_ text: String) {
    #expect(ImportMapping.DateForm.dayFirst.date(text) == nil)
  }
}
