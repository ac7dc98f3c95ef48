// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct AgreementTableTests {
  @Test func ratingsAreCountedAndChildrenWithoutBothLeftOut() throws {
    let table = try AgreementTable(first: [0, 1, 1, nil, 2, 0], second: [0, 1, 2, 1, nil, 0], categories: 3)
    #expect(table.counts == [[2, 0, 0], [0, 1, 1], [0, 0, 0]])
    #expect(table.n == 4)
    #expect(table.leftOut == 2)
    #expect(table.categories == 3)
  }

  @Test(
    arguments: [
      ([0, 1], [0], 2, NoEstimate.unevenRows(row: 2)), ([0, 2], [0, 1], 2, .badValue(row: 2)),
      ([-1, 1], [0, 1], 2, .badValue(row: 1)), ([0, nil], [0, 1], 2, .tooFew(n: 1, least: 2)),
      ([0, 0], [0, 0], 1, .tooFewColumns(1, least: 2)),
    ] as [([Int?], [Int?], Int, NoEstimate)])
  func whatIsNoPairOfRatingsIsRefused(
    _ first: [Int?],
    _ second: [Int?],
    _ categories: Int,
    _ reason: NoEstimate
  ) {
    #expect(throws: reason) { try AgreementTable(first: first, second: second, categories: categories) }
  }

  @Test(arguments: [
    ([[1, 2], [3]], NoEstimate.unevenRows(row: 2)), ([[1, -2], [3, 4]], .badValue(row: 1)),
    ([[1, 2], [3, .max]], .badValue(row: 2)), ([[5]], .tooFewColumns(1, least: 2)),
    ([[0, 0], [0, 1]], .tooFew(n: 1, least: 2)), ([], .tooFewColumns(0, least: 2)),
  ])
  func whatIsNoSquareOfCountsIsRefused(_ counts: [[Int]], _ reason: NoEstimate) {
    #expect(throws: reason) { try AgreementTable(counts) }
  }
}
