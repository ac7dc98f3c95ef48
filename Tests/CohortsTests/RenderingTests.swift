// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Testing
import Vocabulary

@Suite struct Renderings {
  private func table(_ dimensions: [Dimension] = [.eal]) throws -> ReleasedTable {
    let rows = [ScreeningPhase.baseline, .followup].flatMap { phase in
      MadeUp.rows(50, .band("green"), "g", phase: phase)
        + MadeUp.rows(20, .band("amber"), "a", phase: phase, eal: true)
        + MadeUp.rows(28, .band("red"), "r", phase: phase)
        + MadeUp.rows(40, .band("green"), "h", phase: phase, eal: true)
        + MadeUp.rows(11, .notScreened(reason: "absent"), "x", phase: phase)
    }
    return try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec(dimensions))).table
  }

  @Test func thePlainTableCarriesItsKeyTheWordingAndTheSyntheticMarker() throws {
    let text = try self.table([]).plainText
    #expect(text.hasPrefix("Synthetic data"))
    #expect(text.contains("Baseline\n") && text.contains("Follow-up\n"))
    #expect(text.contains("c: a count of 1 to 7, or another count hidden"))
    #expect(
      text.contains(
        "A screening result is not a diagnosis and does not decide SEN support or an EHC assessment."
      )
    )
  }

  @Test func theNumbersOfAOneWayTable() throws {
    let csv = try self.table([]).csv.split(separator: "\n").map(String.init)
    #expect(
      csv[0]
        == "area_code,time_period,phase,eligible,screened,coverage_percent,green_count,green_percent,amber_count,"
        + "amber_percent,red_count,red_percent,not_normed,not_screened,as_at,policy,data"
    )
    #expect(csv[1].hasPrefix("E06999999,202627,baseline,150,140,93,90,64,20,14,30,21,0,10,"))
    #expect(csv[1].hasSuffix(",round,synthetic"))
  }

  @Test(arguments: [[Dimension](), [.eal], [.eal, .sex]])
  func everyEESLineHasEveryColumnAndNoBlank(_ dimensions: [Dimension]) throws {
    let table = try self.table(dimensions)
    let lines = table.eesData.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(lines.allSatisfy { $0.count == lines[0].count && !$0.contains("") })
    #expect(
      lines[0].prefix(5) == [
        "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
      ]
    )
    let described = table.eesMeta.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    let columns = lines[0].dropFirst(8).filter { $0 != "breakdown_topic" }
    #expect(Array(columns) == Array(described))
  }

  @Test func theCanonicalTextIsTheSameForTheSameReleaseAndLeaksNoHash() throws {
    let text = try self.table().canonicalText
    #expect(try self.table().canonicalText == text)
    #expect(text.hasPrefix("elsec-cohort\t1\n") && text.hasSuffix("\n"))
    #expect(!text.contains("g-1"))
  }

  @Test(arguments: [("0", ReleasedCell.zero), ("15", .rounded(15)), ("c", .suppressed), ("low", .low)])
  func symbolsAreReadBack(_ symbol: String, _ cell: ReleasedCell) {
    #expect(ReleasedCell(symbol: symbol) == cell)
    #expect(cell.symbol == symbol)
  }
}
