// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct LookupCellsTests {
  static let rule = "screener.lookup"

  @Test func aTableRisesInRawScoreAndFollowsOnInAge() {
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { $0.lookups[0].rows = [] }
        == ["norms.table: table.csv has no rows"]
    )
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { $0.lookups[0].rows[4].value = 78 }
        == ["norms.table.rows[4]: raw 4 has 78 after raw 3 with 79"]
    )
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { $0.lookups[0].rows[4].raw = 3 }
        == ["norms.table.rows[4]: raw 3 has 82 after raw 3 with 79"]
    )
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { definition in
        for index in 21...41 { definition.lookups[0].rows[index].ages = InclusiveRange(55, 71) }
      } == ["norms.table.rows[21]: 55 to 71 months follow 36 to 53"]
    )
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { definition in
        for index in 21...41 { definition.lookups[0].rows[index].ages = InclusiveRange(53, 71) }
      } == ["norms.table.rows[21]: 53 to 71 months follow 36 to 53"]
    )
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { $0.lookups[0].rows[41].value = .infinity }
        == ["norms.table.rows[41]: the row is for 54 to 71 months with the value inf"]
    )
  }

  @Test func equalValuesAreNoFall() {
    #expect(findings(of: Self.rule, in: RuleDemos.lookedUp) { $0.lookups[0].rows[4].value = 79 } == [])
  }

  @Test func everyAgeAndRawScoreHasAValue() {
    let hole = "norms.table: table.csv has no value for raw.all 7 at 36 months"
    #expect(findings(of: Self.rule, in: RuleDemos.lookedUp) { $0.lookups[0].rows.remove(at: 7) } == [hole])
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { $0.lookups[0].rows.removeLast() }
        == ["norms.table: table.csv has no value for raw.all 20 at 54 months"]
    )
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { $0.lookups[0].rows.removeLast(21) }
        == ["norms.table: table.csv has no value for raw.all 0 at 54 months"]
    )
  }

  @Test func aHoleBetweenRawScoresIsNoneWhereTheyMayBeInterpolated() {
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { definition in
        definition.lookups[0].interpolate = .raw
        definition.lookups[0].rows.remove(at: 7)
      } == []
    )
    #expect(
      findings(of: Self.rule, in: RuleDemos.lookedUp) { definition in
        definition.lookups[0].interpolate = .raw
        definition.lookups[0].rows.removeFirst()
      } == ["norms.table: table.csv has no value for raw.all 0 at 36 months"]
    )
  }
}
