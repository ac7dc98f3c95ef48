// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Testing
import Vocabulary

@Suite struct CohortTables {
  private func rows() -> [CohortRow] {
    MadeUp.rows(30, .band("green"), "g") + MadeUp.rows(20, .band("amber"), "a", eal: true)
      + MadeUp.rows(9, .notNormed, "n") + MadeUp.rows(10, .notScreened(reason: "absent"), "x")
      + MadeUp.rows(40, .band("green"), "h", eal: true)
  }

  @Test func theRawTablePrintsNoNumber() throws {
    let table = try CohortTable(rows: self.rows(), spec: MadeUp.spec([.eal]))
    var dumped = ""
    dump(table, to: &dumped)
    for text in ["\(table)", String(reflecting: table), "\([table])", dumped] {
      #expect(!text.contains { "23456789".contains($0) }, "\(text)")
    }
  }

  @Test func aRowPrintsNothingOfTheChild() {
    let row = MadeUp.row("child-secret", .band("red"))
    var dumped = ""
    dump(row, to: &dumped)
    #expect(!"\(row) \(String(reflecting: row)) \(dumped)".contains("secret"))
  }

  @Test func everyEligibleChildIsCountedOnceInItsGroupAndInTheTotal() throws {
    let table = try CohortTable(rows: self.rows(), spec: MadeUp.spec([.eal]))
    #expect(table.shape.labels(ofRow: 1) == ["EAL"])
    #expect(
      (0..<3).map { table.counts[table.shape.cell(row: $0, column: TableShape.eligible)] } == [109, 60, 49]
    )
    #expect(
      (0..<3).map { table.counts[table.shape.cell(row: $0, column: TableShape.screened)] } == [99, 60, 39]
    )
  }

  @Test func aChildInTwoRowsOfOnePhaseIsRefused() throws {
    let rows = [MadeUp.row("one", .band("red")), MadeUp.row("one", .band("green"), screener: "other")]
    let fault = #expect(throws: Fault.self) { try CohortTable(rows: rows, spec: MadeUp.spec()) }
    #expect(fault?.code == .duplicateChild)
    #expect(fault?.description.contains("one,") == false)
  }

  @Test func aBandThatIsNotDeclaredIsRefused() throws {
    let fault = #expect(throws: Fault.self) {
      try CohortTable(rows: [MadeUp.row("one", .band("blue"))], spec: MadeUp.spec())
    }
    #expect(fault?.code == .unknownBand)
  }

  @Test(arguments: [
    ([Dimension.sex, .eal, .fsm], "202627"), ([.sex, .sex], "202627"), ([], "202628"), ([], "2026"),
  ])
  func aSummaryThatCannotBeMadeIsRefused(_ dimensions: [Dimension], _ period: String) {
    let fault = #expect(throws: Fault.self) {
      try SummarySpec(title: "t", dimensions: dimensions, bands: ["green"], timePeriod: period)
    }
    #expect(fault?.code == .badSummary)
  }

  @Test(arguments: [(0, "0"), (1, "c"), (7, "c"), (8, "10"), (12, "10"), (13, "15"), (602, "600")])
  func countsAreHiddenOrRounded(_ count: Int, _ symbol: String) {
    #expect(DisclosurePolicy.round.primary(count).symbol == symbol)
  }

  @Test func anEmptyCohortIsZeroEverywhere() throws {
    let table = try MadeUp.release(CohortTable(rows: [], spec: MadeUp.spec([.sex]))).table
    #expect(table.lines.count == 1)
    #expect(table.lines[0].eligible == .zero && table.lines[0].coverage == .notApplicable)
  }

  @Test func anUnknownPolicyNamesTheKnownOnes() throws {
    let fault = #expect(throws: Fault.self) { try DisclosurePolicy.named("loose") }
    #expect(fault?.code == .unknownPolicy)
    #expect(fault?.hint == "use one of: round")
  }
}
