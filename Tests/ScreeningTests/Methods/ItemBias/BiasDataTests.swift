// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct BiasDataTests {
  @Test func incompleteChildrenAreLeftOutAndCounted() throws {
    let data = try BiasData(
      answers: [[1, 0], [nil, 1], [0, 0], [1, 1]],
      group: [0, 1, nil, 0.25]
    )
    #expect(data.n == 2)
    #expect(data.items == 2)
    #expect(data.leftOut == 2)
    #expect(data.group == [0, 0.25])
  }

  @Test(
    arguments: [
      ([[1, 0], [0, 1]], [0], NoEstimate.unevenRows(row: 2)), ([[1, 0], [0]], [0, 1], .unevenRows(row: 2)),
      ([[1, 0], [2, 1]], [0, 1], .badValue(row: 2)), ([[1, 0], [0, 1]], [0, .nan], .badValue(row: 2)),
      ([[1], [0]], [0, 1], .tooFewColumns(1, least: 2)), ([[1, 0], [0, nil]], [0, 1], .tooFew(n: 1, least: 2)),
      ([], [], .tooFewColumns(0, least: 2)),
    ] as [([[Int?]], [Double?], NoEstimate)])
  func whatIsNoTableOfAnswersIsRefused(_ answers: [[Int?]], _ group: [Double?], _ reason: NoEstimate) {
    #expect(throws: reason) { try BiasData(answers: answers, group: group) }
  }
}
