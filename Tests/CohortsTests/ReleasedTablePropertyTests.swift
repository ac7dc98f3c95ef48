// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Testing
import Vocabulary

@Suite struct ReleasedTableProperties {
  @Test(arguments: [1, 2, 5])
  func noReleaseShowsASmallCountAndEveryNumberIsTheRoundedTruth(_ groups: Int) throws {
    var random = SeededGenerator(seed: UInt64(groups))
    var refused = 0
    let tables = 6000 / (groups * groups + 2)
    for _ in 0..<tables {
      let table = try MadeUp.table(
        (0..<groups).map { _ in
          [random.below(60), random.below(30), random.below(12), random.below(4), random.below(9)]
        }
      )
      guard let release = try? MadeUp.release(table) else {
        refused += 1
        continue
      }
      let shown = release.table.shown
      for (cell, count) in zip(shown.cells, table.counts) {
        #expect(cell == .suppressed || cell == DisclosurePolicy.round.primary(count))
        #expect(!(1...7).contains(count) || cell == .suppressed)
      }
      #expect(Auditor(policy: .round).audit(shown).isEmpty)
    }
    #expect(refused * 20 <= tables)
  }

  @Test func aTableOfManySettingsIsReleasedWhole() throws {
    var random = SeededGenerator(seed: 5)
    let outcomes: [Outcome] = [.band("green"), .band("green"), .band("amber"), .band("red"), .notNormed]
    var rows: [CohortRow] = []
    for phase in ScreeningPhase.allCases {
      for child in 0..<600 {
        let outcome = child % 37 == 0 ? Outcome.notScreened(reason: "absent") : outcomes[random.below(5)]
        rows.append(
          MadeUp.row("child-\(child)", outcome, phase: phase, setting: String(100_000 + child % 20))
        )
      }
    }
    let table = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec([.setting]))).table
    #expect(table.lines.count == 42)
  }
}
