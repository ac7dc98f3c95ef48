// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct MantelHaenszelTests {
  /// Admissions to six departments of a university, men (reference) and women (focal): P. J. Bickel, E. A. Hammel, J. W.
  /// O'Connell, Science 187 (1975) 398–403.
  private static let admissions = [
    (512, 313, 89, 19), (353, 207, 17, 8), (120, 205, 202, 391), (138, 279, 131, 244), (53, 138, 94, 299),
    (22, 351, 24, 317),
  ].map {
    MantelHaenszel.Stratum(referenceRight: $0.0, referenceWrong: $0.1, focalRight: $0.2, focalWrong: $0.3)
  }

  /// Computed with R 4.2.2 (mantelhaen.test).
  @Test func theAdmissionsAsRHasThem() throws {
    let found = try MantelHaenszel(Self.admissions)
    #expect(isClose(found.oddsRatio.value, 0.904_696_828_26, within: 1e-10))
    #expect(found.oddsRatio.n == 4526)
    #expect(isClose(found.oddsRatio.interval?.low, 0.771_907_361_759_35, within: 1e-10))
    #expect(isClose(found.oddsRatio.interval?.high, 1.060_329_764_436_66, within: 1e-10))
    #expect(isClose(found.chiSquare, 1.426_946_228_586_69, within: 1e-10))
    #expect(isClose(found.p, 0.232_263_462_817_048, within: 1e-10))
    #expect(found.strata == 6)
    #expect(found.strataLeftOut == 0)
  }

  @Test func strataThatSayNothingAreLeftOutAndCounted() throws {
    let nothing = [(5, 0, 7, 0), (0, 3, 0, 2), (4, 4, 0, 0), (0, 0, 0, 9), (0, 0, 0, 0)].map {
      MantelHaenszel.Stratum(referenceRight: $0.0, referenceWrong: $0.1, focalRight: $0.2, focalWrong: $0.3)
    }
    let found = try MantelHaenszel(nothing + Self.admissions)
    #expect(isClose(found.chiSquare, 1.426_946_228_586_69, within: 1e-10))
    #expect(isClose(found.oddsRatio.value, 0.904_696_828_26, within: 1e-10))
    #expect(found.strata == 6)
    #expect(found.strataLeftOut == 5)
    #expect(found.childrenLeftOut == 34)
    #expect(found.oddsRatio.n == 4526)
  }

  @Test func ofOneStratumItIsThePlainOddsRatio() throws {
    let stratum = MantelHaenszel.Stratum(referenceRight: 20, referenceWrong: 5, focalRight: 10, focalWrong: 15)
    let found = try MantelHaenszel([stratum])
    #expect(isClose(found.oddsRatio.value, 6))
    // Woolf's standard error of one table, √(1/20 + 1/5 + 1/10 + 1/15).
    #expect(isClose(found.logStandardError, 0.416_666_666_666_666_7.squareRoot()))
  }

  /// A = 4, E(A) = 56/15, Var(A) = 56·56/(225·14), by hand: (4/15 − 1/2)²/Var = 0.0546875.
  @Test func theCorrectionIsAHalfEvenWhereTheDifferenceIsLess() throws {
    let stratum = MantelHaenszel.Stratum(referenceRight: 4, referenceWrong: 4, focalRight: 3, focalWrong: 4)
    #expect(isClose(try MantelHaenszel([stratum]).chiSquare, 0.054_687_5))
  }

  @Test(
    arguments: [
      ([(5, 0, 3, 2)], NoEstimate.emptyCells), ([(5, 2, 0, 2)], .emptyCells),
      ([(5, 0, 2, 0)], .tooFew(n: 0, least: 2)), ([], .tooFew(n: 0, least: 2)),
      ([(5, -1, 2, 1)], .badParameter("count")),
    ] as [([(Int, Int, Int, Int)], NoEstimate)])
  func withoutARatioThereIsAReason(_ counts: [(Int, Int, Int, Int)], _ reason: NoEstimate) {
    let strata = counts.map {
      MantelHaenszel.Stratum(referenceRight: $0.0, referenceWrong: $0.1, focalRight: $0.2, focalWrong: $0.3)
    }
    #expect(throws: reason) { try MantelHaenszel(strata) }
  }
}
