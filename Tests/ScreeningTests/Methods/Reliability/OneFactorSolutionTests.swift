// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct OneFactorSolutionTests {
  /// Computed with psych 2.2.9 (fa, fm = "minres").
  @Test func sixItemsAsPsychHasThem() throws {
    let found = try OneFactorSolution(SixItems.rows)
    let expected = [
      0.636_309_983_94, 0.427_607_187_54, 0.428_696_734_45, 0.533_424_036_98, 0.512_261_904_57, 0.489_328_662_35,
    ]
    #expect(found.loadings.count == 6)
    for (loading, other) in zip(found.loadings, expected) { #expect(isClose(loading, other, within: 1e-6)) }
    #expect(found.n == 60)
  }

  @Test func noLoadingCanBeMovedToALowerSum() throws {
    let found = try OneFactorSolution(SixItems.rows)
    func sum(_ loadings: [Double]) -> Double {
      var sum = 0.0
      for i in 0..<6 {
        for j in 0..<i {
          let r = Self.correlation(SixItems.rows.compactMap { $0[i] }, SixItems.rows.compactMap { $0[j] })
          sum += (r - loadings[i] * loadings[j]) * (r - loadings[i] * loadings[j])
        }
      }
      return sum
    }
    let least = sum(found.loadings)
    for item in 0..<6 {
      for step in [-1e-4, 1e-4] {
        var moved = found.loadings
        moved[item] += step
        #expect(sum(moved) > least)
      }
    }
  }

  /// With three items the loadings have a closed form: λ₁ = √(r₁₂·r₁₃/r₂₃).
  @Test func threeItemsAreSolvedExactly() throws {
    let rows = SixItems.rows.map { Array($0[0..<3]) }
    let found = try OneFactorSolution(rows)
    func r(_ i: Int, _ j: Int) -> Double {
      Self.correlation(rows.compactMap { $0[i] }, rows.compactMap { $0[j] })
    }
    #expect(isClose(found.loadings[0], (r(0, 1) * r(0, 2) / r(1, 2)).squareRoot(), within: 1e-9))
    #expect(isClose(found.loadings[1], (r(0, 1) * r(1, 2) / r(0, 2)).squareRoot(), within: 1e-9))
    #expect(isClose(found.loadings[2], (r(0, 2) * r(1, 2) / r(0, 1)).squareRoot(), within: 1e-9))
  }

  @Test func anItemScoredTheOtherWayLoadsBelowZero() throws {
    let turned = SixItems.rows.map { row in
      row.enumerated().map { $0.offset == 0 ? $0.element.map { 2 - $0 } : $0.element }
    }
    let found = try OneFactorSolution(turned)
    #expect(isClose(found.loadings[0], -0.636_309_983_94, within: 1e-6))
    #expect(isClose(found.loadings[3], 0.533_424_036_98, within: 1e-6))
  }

  @Test(
    arguments: [
      ([[1, 2], [2, 1], [3, 3]], NoEstimate.tooFewColumns(2, least: 3)),
      ([[1, 2, 3], [2, 1, 3]], .tooFew(n: 2, least: 3)), ([[1, 2, 3], [2, 1, 3], [3, 3, 3]], .noVariance),
      ([[1, 1, 0], [1, -1, 0], [-1, 1, 0.0], [-1, -1, 0], [0, 0, 2]], .noFit),
      ([[1, 1, 1], [2, 2, 2], [3, 3, 3], [5, 5, 5]], .improperSolution(item: 0)),
    ] as [([[Double?]], NoEstimate)])
  func withoutEnoughThereIsAReason(_ rows: [[Double?]], _ reason: NoEstimate) {
    #expect(throws: reason) { try OneFactorSolution(rows) }
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    let ab = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    let aa = a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) }
    let bb = b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
    return ab / (aa * bb).squareRoot()
  }
}
