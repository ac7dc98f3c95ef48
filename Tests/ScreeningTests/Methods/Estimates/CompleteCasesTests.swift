// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct CompleteCasesTests {
  @Test func aRowWithAMissingValueIsLeftOutWholeAndCounted() throws {
    let cases = try CompleteCases([[1, 2], [3, nil], [nil, 4], [5, 6], [nil, nil]])
    #expect(cases.values == [1, 2, 5, 6])
    #expect(cases.n == 2)
    #expect(cases.columns == 2)
    #expect(cases.leftOut == 3)
  }

  @Test func withoutRowsThereAreNoCases() throws {
    let cases = try CompleteCases([])
    #expect(cases.n == 0)
    #expect(cases.columns == 0)
    #expect(cases.leftOut == 0)
    #expect(try CompleteCases([[], []]).n == 0)
  }

  @Test(
    arguments: [
      ([[1, 2], [3]], NoEstimate.unevenRows(row: 2)), ([[1], [2], [.nan]], .badValue(row: 3)),
      ([[1], [.infinity]], .badValue(row: 2)),
    ] as [([[Double?]], NoEstimate)])
  func whatIsNoTableIsRefused(_ rows: [[Double?]], _ reason: NoEstimate) {
    #expect(throws: reason) { try CompleteCases(rows) }
  }
}
