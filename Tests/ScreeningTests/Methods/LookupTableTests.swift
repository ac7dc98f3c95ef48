// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// Read through a screener. Ages 36–47, 48–59, 60–71 have the middles 41.5, 53.5, 65.5; worked by hand.
@Suite struct LookupTableTests {
  static func definition(
    _ interpolate: LookupTable.Interpolation,
    _ rows: [(Int, Int, Int, Double)],
    highest: Int = 4
  ) -> ScreenerDefinition {
    Small.definition(
      [OpenDemo.section("B", "bit", highest)],
      [
        ("raw", Small.sum("B")),
        (
          "ss",
          .lookup(
            LookupScore(norms: NormsID("tab"), of: ScoreName("raw"), metric: ScoreMetric(mean: 100, sd: 15)))
        ),
      ]
    ) {
      $0.lookups = [
        LookupTable(
          id: NormsID("tab"), interpolate: interpolate, file: "tab.csv", sha256: .zero,
          rows: rows.map { LookupTable.Row(ages: InclusiveRange($0.0, $0.1), raw: $0.2, value: $0.3) })
      ]
    }
  }

  static let full: [(Int, Int, Int, Double)] = [
    (36, 47, 0, 70), (36, 47, 1, 85), (36, 47, 2, 100), (36, 47, 3, 115), (36, 47, 4, 130),
    (48, 59, 0, 60), (48, 59, 1, 72), (48, 59, 2, 88), (48, 59, 3, 103), (48, 59, 4, 118),
    (60, 71, 0, 55), (60, 71, 1, 61), (60, 71, 2, 79), (60, 71, 3, 91), (60, 71, 4, 106),
  ]
  static let holed: [(Int, Int, Int, Double)] = full.filter { $0.2 != 1 && $0.2 != 3 }

  static func typed(_ raw: Int, of count: Int = 4) -> String {
    (1...count).map { "B\($0) \($0 <= raw ? "Y" : "N")" }.joined(separator: " ")
  }

  @Test(
    arguments: [
      (.none, full, 36, 0, 70), (.none, full, 47, 4, 130), (.none, full, 48, 4, 118), (.none, full, 71, 2, 79),
      (.none, full, 53, 1, 72),
      // Half-way between the neighbours of the same age band.
      (.raw, holed, 36, 1, 85), (.raw, holed, 50, 1, 74), (.raw, holed, 50, 3, 103), (.raw, holed, 71, 3, 92.5),
      // Before the first middle and after the last one the printed value stays.
      (.age, full, 36, 2, 100), (.age, full, 41, 2, 100), (.age, full, 66, 2, 79), (.age, full, 71, 2, 79),
      // (45 − 41.5)/12 of the way from 100 to 88; the value does not jump where the bands meet.
      (.age, full, 45, 2, 96.5), (.age, full, 47, 2, 94.5), (.age, full, 48, 2, 93.5), (.age, full, 53, 2, 88.5),
      (.age, full, 54, 2, 87.625), (.age, full, 59, 2, 83.875), (.age, full, 60, 2, 83.125),
      // Raw 1 is 85 and 74 by lines; (50 − 41.5)/12 of the way between them.
      (.both, holed, 50, 1, 85 - 11 * 8.5 / 12), (.both, holed, 50, 2, 100 - 12 * 8.5 / 12),
      (.both, holed, 37, 3, 115),
    ] as [(LookupTable.Interpolation, [(Int, Int, Int, Double)], Int, Int, Double)]
  )
  func valuesAreThoseOfTheTable(
    _ interpolate: LookupTable.Interpolation,
    _ rows: [(Int, Int, Int, Double)],
    _ months: Int,
    _ raw: Int,
    _ value: Double
  ) throws {
    let result = try Self.definition(interpolate, rows).result(Self.typed(raw), months: months)
    #expect(isClose(result.number("ss"), value))
    #expect(result.flags == [])
  }

  @Test(arguments: [LookupTable.Interpolation.none, .age])
  func aHoleIsRefusedWhereNoLineMayBeDrawn(_ interpolate: LookupTable.Interpolation) {
    let found = DefinitionCheck.findings(in: Self.definition(interpolate, Self.holed)).map(\.message)
    #expect(found == ["tab.csv has no value for raw 1 at 36 months"])
  }

  @Test func aTableThatEndsTooSoonIsRefused() {
    let short = Self.full.filter { $0.2 < 4 }
    for interpolate in LookupTable.Interpolation.allCases {
      let found = DefinitionCheck.findings(in: Self.definition(interpolate, short)).map(\.message)
      #expect(found == ["tab.csv has no value for raw 4 at 36 months"])
    }
    let young = Self.full.filter { $0.0 < 60 }
    let found = DefinitionCheck.findings(in: Self.definition(.none, young)).map(\.message)
    #expect(found == ["tab.csv has no value for raw 0 at 60 months"])
  }

  @Test(arguments: 0..<12) func aHigherRawScoreNeverHasALowerValue(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let interpolate = LookupTable.Interpolation.allCases[seed % 4]
    var rows: [(Int, Int, Int, Double)] = []
    for (low, high) in [(36, 40), (41, 55), (56, 71)] {
      var value = 50.0 + Double(random.below(20))
      for raw in 0...9 {
        value += Double(random.below(9))
        let mayLack = interpolate == .raw || interpolate == .both
        if mayLack, (1...8).contains(raw), random.below(3) == 0 { continue }
        rows.append((low, high, raw, value))
      }
    }
    let definition = Self.definition(interpolate, rows, highest: 9)
    let screener = try PreparedScreener(definition)
    for months in 36...71 {
      let values = try (0...9).map {
        try screener.score(answers(Self.typed($0, of: 9)), in: OpenDemo.child(months: months)).number("ss")
      }
      #expect(values.allSatisfy { $0 != nil })
      let known = values.compactMap(\.self)
      #expect(zip(known, known.dropFirst()).allSatisfy { $0 <= $1 }, "\(months) months")
    }
  }
}
