// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Testing
import Vocabulary

@Suite struct AuditorTwin {
  /// Small enough for the twin: 1 and 2 are hidden, other counts go to the nearest 3.
  private static let tiny = try? DisclosurePolicy(
    name: "tiny",
    smallUpTo: 2,
    roundTo: 3,
    smallestPercentBase: 20
  )

  /// Two groups by two bands, everybody screened and normed.
  private func smallTable(_ random: inout SeededGenerator) throws -> CohortTable {
    try MadeUp.table(
      (0..<2).map { _ in [random.below(5), random.below(5), 0, 0] },
      bands: ["low", "high"]
    )
  }

  @Test func theAuditorFindsExactlyWhatTheTwinFindsInTablesThatNobodyProtected() throws {
    let policy = try #require(Self.tiny)
    var random = SeededGenerator(seed: 11)
    var leaky = 0
    for _ in 0..<60 {
      let table = try self.smallTable(&random)
      let shown = ShownTable(
        shape: table.shape,
        cells: table.counts.map { policy.primary($0) },
        phasesSharePopulation: false
      )
      let twin = ExhaustiveReader(policy: policy, shown: shown, most: 10)
      let findings = Auditor(policy: policy).audit(shown)
      #expect(findings.isEmpty != twin.canLearnTooMuch, "counts \(table.counts), findings \(findings)")
      leaky += twin.canLearnTooMuch ? 1 : 0
    }
    #expect((10..<58).contains(leaky))
  }

  @Test func theTwinLearnsNothingFromAReleasedTable() throws {
    let policy = try #require(Self.tiny)
    var random = SeededGenerator(seed: 12)
    var released = 0
    for _ in 0..<60 {
      let table = try self.smallTable(&random)
      guard let release = try? MadeUp.release(table, policy) else { continue }
      let twin = ExhaustiveReader(policy: policy, shown: release.table.shown, most: 10)
      guard twin.openLeaves <= 4 else { continue }
      released += 1
      #expect(!twin.canLearnTooMuch, "counts \(table.counts)")
    }
    #expect(released > 10)
  }

  @Test func theTwinLearnsNothingFromBothPhasesOfTheSameChildren() throws {
    let policy = try #require(Self.tiny)
    var random = SeededGenerator(seed: 13)
    var released = 0
    for _ in 0..<40 {
      let (before, after) = (random.below(7), random.below(7))
      let total = 6 + random.below(4)
      let shape = TableShape(phases: [.baseline, .followup], axes: [.outcomes(["low", "high"])])
      let column = TableShape.firstBand
      let table = CohortTable(
        spec: try MadeUp.spec(bands: ["low", "high"]),
        shape: shape,
        leaves: [
          shape.cell(row: 0, column: column): before, shape.cell(row: 0, column: column + 1): total - before,
          shape.cell(row: 1, column: column): after, shape.cell(row: 1, column: column + 1): total - after,
        ],
        phasesSharePopulation: true
      )
      guard let release = try? MadeUp.release(table, policy) else { continue }
      let twin = ExhaustiveReader(policy: policy, shown: release.table.shown, most: 10)
      guard twin.openLeaves <= 4 else { continue }
      released += 1
      #expect(!twin.canLearnTooMuch, "counts \(table.counts)")
    }
    #expect(released > 10)
  }
}
